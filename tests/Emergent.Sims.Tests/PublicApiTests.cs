using System.Reflection;
using Emergent.Backprop;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;
using Emergent.Studio;

namespace Emergent.Sims.Tests;

/// <summary>What users can call is written down in <c>tests/PublicApi.txt</c>, so that no change of it goes unnoticed.</summary>
public class PublicApiTests
{
    private const string Update = "UPDATE_PUBLIC_API";

    [Fact]
    public void Public_api_is_what_is_written_down()
    {
        var path = Repository.PathOf("tests/PublicApi.txt");
        var api = string.Join('\n', ((Assembly[])[typeof(Shape).Assembly, typeof(Network).Assembly, typeof(LeabraNetwork).Assembly, typeof(BackpropNetwork).Assembly, typeof(StudioWindow).Assembly]).SelectMany(Describe)) + "\n";
        if (Environment.GetEnvironmentVariable(Update) == "1") { File.WriteAllText(path, api); }
        var lines = api.Split('\n').ToHashSet();
        var written = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n').ToHashSet();
        Assert.True(
            lines.SetEquals(written),
            $"The public API has changed. Run the tests with {Update}=1 to write it down, and tell users in CHANGELOG.md.\nnew: {string.Join("\n     ", lines.Except(written))}\ngone: {string.Join("\n      ", written.Except(lines))}");
    }

    private static IEnumerable<string> Describe(Assembly assembly) => assembly.GetExportedTypes()
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))   // what the compiler makes of extensions
        .OrderBy(t => t.FullName, StringComparer.Ordinal)
        .SelectMany(type => Members(type).Select(member => $"{Name(type)}: {member}").Order(StringComparer.Ordinal).Prepend($"{Name(type)} : {(type.BaseType is { } parent ? Name(parent) : "interface")}"));

    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(Member).OfType<string>().Distinct();

    private static string? Member(MemberInfo member) => member switch
    {
        MethodBase { IsSpecialName: true } and not ConstructorInfo => null,   // accessors and operators: properties say enough
        MethodBase method when IsVisible(method) && !method.Name.Contains('<', StringComparison.Ordinal) =>
            $"{(method is MethodInfo { ReturnType: var returned } ? Name(returned) + " " : "")}{method.Name}({string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"))})",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsVisible) =>
            $"{Name(property.PropertyType)} {property.Name} {{{(property.GetMethod is { } get && IsVisible(get) ? " get;" : "")}{(property.SetMethod is { } set && IsVisible(set) ? " set;" : "")} }}",
        FieldInfo { IsPublic: true, IsSpecialName: false } field => $"{Name(field.FieldType)} {field.Name}",
        EventInfo happening when IsVisible(happening.AddMethod!) => $"event {Name(happening.EventHandlerType!)} {happening.Name}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.IsByRef ? $"ref {Name(type.GetElementType()!)}" : type.Name;
}
