using System.Reflection;
using System.Text.RegularExpressions;
using Emergent.Backprop;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>What docs/features.md says is here, is here.</summary>
public class FeaturesPageTests
{
    private static readonly string[] Others = ["Stopwatch", "BitArray"];   // .NET's

    private static readonly ILookup<string, Type> Types = ((Type[])[typeof(Table), typeof(Network), typeof(LeabraNetwork), typeof(BackpropNetwork), typeof(SimulationCatalog)])
        .SelectMany(t => t.Assembly.GetExportedTypes()).ToLookup(t => t.Name.Split('`')[0], StringComparer.Ordinal);

    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "features.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Types_and_members_of_the_page_exist()
    {
        var checkedNames = 0;
        foreach (var name in Names(Page[..Page.IndexOf("## Golden numbers", StringComparison.Ordinal)]).Where(n => char.IsUpper(n[0])).Except(Others))
        {
            var (type, member) = name.Split('.') is [var t, var m] ? (t, m) : (name, null);
            Assert.True(Types.Contains(type), $"docs/features.md names the type '{type}', which does not exist.");
            if (member is not null) { Assert.True(Types[type].Any(t => t.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0), $"docs/features.md names '{name}', which does not exist."); }
            checkedNames++;
        }
        Assert.InRange(checkedNames, 200, 1000);
    }

    [Fact]
    public void Tests_and_golden_files_of_the_page_exist_and_none_is_missing()
    {
        var golden = Page[Page.IndexOf("## Golden numbers", StringComparison.Ordinal)..];
        var tests = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet();
        Assert.All(Names(golden).Where(n => n.EndsWith("Tests", StringComparison.Ordinal)), name => Assert.Contains(name, tests));
        var named = Names(golden).ToHashSet();
        var files = ((string[])["e", "f"]).SelectMany(f => Directory.GetFiles(Path.Combine(Repository.Root, "tests", "testdata", "golden", f), "*.tsv.gz")).Select(f => Path.GetFileName(f).Split('.')[0]).ToList();
        Assert.InRange(files.Count, 40, 100);
        Assert.All(files.Where(f => !f.StartsWith("table_split_", StringComparison.Ordinal) && f != "pools_connections"), file => Assert.Contains(file, named));   // the latter is cut out of d
    }

    [Fact]
    public void Parts_of_pages_that_are_linked_to_exist()
    {
        foreach (Match link in Regex.Matches(Page, @"\]\((?<page>[a-z-]*(\.md)?)#(?<part>[^)]+)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
        {
            var text = link.Groups["page"].Value is { Length: > 0 } page ? File.ReadAllText(Path.Combine(Repository.Root, "docs", page)) : Page;
            var parts = text.ReplaceLineEndings("\n").Split('\n').Where(l => Regex.IsMatch(l, "^##?#?#? ")).Select(l => Anchor(l.TrimStart('#').Trim())).ToList();
            var part = link.Groups["part"].Value;
            Assert.True(parts.Contains(part) || (part.EndsWith("-1", StringComparison.Ordinal) && parts.Count(p => p == part[..^2]) > 1), $"docs/features.md links to {link.Value}, which is not there.");
        }
    }

    private static string Anchor(string heading) => Regex.Replace(heading.ToLowerInvariant(), "[^a-z0-9 -]", "").Replace(' ', '-');

    private static IEnumerable<string> Names(string text) => Regex.Matches(text, "`(?<name>[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z]+)?)(<T>)?`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["name"].Value);
}
