using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Emergent.Networks;

/// <summary>All parameters of a type of object, found by reflection.</summary>
/// <remarks>
/// Parameters are the public settable numbers, truth values, texts, enumerations, and lists and maps of numbers and texts, in properties whose type's name ends in <c>Params</c>,
/// to any depth (classes only: a copy of a structure could not be set); of simulations and of objects registered by the user also their own, of layers and projections those
/// of their own that are <see cref="StyledAttribute"/>. So a new parameter is a new property, and nothing else.
/// </remarks>
public sealed class ParameterTree
{
    private static readonly ConcurrentDictionary<Type, ParameterTree> Trees = new();
    private readonly Dictionary<string, Parameter> _byPath;

    private ParameterTree(Type type)
    {
        var all = Find(type, [], !typeof(Layer).IsAssignableFrom(type) && !typeof(Projection).IsAssignableFrom(type)).Select(chain => new Parameter(chain)).ToLookup(p => p.IsReadOnly);
        (All, ReadOnly) = ([.. all[false]], [.. all[true]]);
        _byPath = All.ToDictionary(p => p.Path);
    }

    /// <summary>The parameters in order of declaration.</summary>
    public IReadOnlyList<Parameter> All { get; }

    /// <summary>What stands among them to be looked at: numbers, texts and the like without a public setter that have a <see cref="DisplayAttribute"/>.</summary>
    public IReadOnlyList<Parameter> ReadOnly { get; }

    /// <summary>The parameters of the objects of a type.</summary>
    public static ParameterTree Of(object owner) => Trees.GetOrAdd(PlainObject.OwnerOf(owner).GetType(), type => new ParameterTree(type));

    /// <summary>The parameter at a path, if there is one.</summary>
    public Parameter? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Whether paths of this type begin with a word.</summary>
    internal bool HasRoot(string word) => All.Any(p => p.Path == word || p.Path.StartsWith($"{word}.", StringComparison.Ordinal));

    /// <summary>The parameter at a path.</summary>
    /// <exception cref="EmergentException">There is none.</exception>
    public Parameter Require(string path, string where) => Find(path)
        ?? throw (ReadOnly.FirstOrDefault(p => p.Path == path)?.CannotBeSet(where) ?? new EmergentException($"{where}: there is no parameter '{path}'. {Names.DidYouMean(path, _byPath.Keys)}"));

    private static IEnumerable<PropertyInfo[]> Find(Type type, PropertyInfo[] chain, bool ownValues)
    {
        foreach (var property in Declared(type))
        {
            if (ValueText.IsValue(property.PropertyType))
            {
                if ((ownValues || property.IsDefined(typeof(StyledAttribute))) && (property.SetMethod is { IsPublic: true } || property.IsDefined(typeof(DisplayAttribute)))) { yield return [.. chain, property]; }
            }
            else if (property.PropertyType is { IsClass: true } parameters && parameters.Name.EndsWith("Params", StringComparison.Ordinal))
            {
                foreach (var found in Find(parameters, [.. chain, property], ownValues: true)) { yield return found; }
            }
        }
    }

    // Base types first, so that a parameter added by a derived type comes after those it adds to.
    private static IEnumerable<PropertyInfo> Declared(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.CanRead)
            .GroupBy(p => p.Name).Select(same => same.MaxBy(p => Depth(p.DeclaringType!))!)   // of two of one name, the one that hides the other
            .OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken);

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
