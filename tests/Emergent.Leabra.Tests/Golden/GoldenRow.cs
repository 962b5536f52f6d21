using Emergent.Golden;
using Xunit.Abstractions;

namespace Emergent.Leabra.Tests;

/// <summary>A network or a table of functions of the golden data, as one row of a theory.</summary>
public sealed class GoldenRow : IXunitSerializable
{
    private bool _isSelected;

    public GoldenRow() { }

    private GoldenRow(bool isSelected, string folder, string name) => (_isSelected, Folder, Name) = (isSelected, folder, name);

    /// <summary>The folder within the golden data: a, b, …</summary>
    public string Folder { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The folder on this machine.</summary>
    public string Path => System.IO.Path.Combine(_isSelected ? GoldenData.Selection : GoldenData.WholeSet!, Folder);

    /// <summary>The networks of the selection.</summary>
    public static TheoryData<GoldenRow> SelectedNetworks => [.. NetworksOf(isSelected: true)];

    /// <summary>The networks of the selection, and those of the whole set where it is there.</summary>
    public static TheoryData<GoldenRow> AllNetworks => [.. NetworksOf(isSelected: true), .. NetworksOf(isSelected: false)];

    /// <summary>The tables of functions, of the selection and of the whole set where it is there.</summary>
    public static TheoryData<GoldenRow> AllTables => [.. TablesOf(isSelected: true), .. TablesOf(isSelected: false)];

    public Comparison ReplayNetwork(ReplayOptions? options = null) =>
        GoldenCase.Run(Directory.GetFiles(Path, $"{Name}{GoldenCase.Description}*").Single(), options ?? new ReplayOptions());

    public Comparison CompareTable() => FunctionTables.Run(Path, Name);

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(_isSelected), _isSelected);
        info.AddValue(nameof(Folder), Folder);
        info.AddValue(nameof(Name), Name);
    }

    public void Deserialize(IXunitSerializationInfo info) =>
        (_isSelected, Folder, Name) = (info.GetValue<bool>(nameof(_isSelected)), info.GetValue<string>(nameof(Folder)), info.GetValue<string>(nameof(Name)));

    public override string ToString() => $"{Folder}/{Name}{(_isSelected ? "" : " of the whole set")}";

    internal static IEnumerable<GoldenRow> NetworksOf(bool isSelected) =>
        from folder in FoldersOf(isSelected)
        from file in Directory.GetFiles(folder, $"*{GoldenCase.Description}*").Order(StringComparer.Ordinal)
        let name = System.IO.Path.GetFileName(file)
        select new GoldenRow(isSelected, NameOf(folder, isSelected), name[..name.LastIndexOf(GoldenCase.Description, StringComparison.Ordinal)]);

    internal static IEnumerable<GoldenRow> TablesOf(bool isSelected) =>
        from folder in FoldersOf(isSelected)
        where System.IO.Path.GetFileName(folder) == "a"
        from file in Directory.GetFiles(folder, "*.tsv*").Order(StringComparer.Ordinal)
        select new GoldenRow(isSelected, "a", System.IO.Path.GetFileName(file).Split('.')[0]);

    // Folders of one letter, and those within.
    private static IEnumerable<string> FoldersOf(bool isSelected) => (isSelected ? GoldenData.Selection : GoldenData.WholeSet) is { } root
        ? Directory.GetDirectories(root).Where(folder => System.IO.Path.GetFileName(folder).Length == 1).SelectMany(folder => (string[])[folder, .. Directory.GetDirectories(folder)]).Order(StringComparer.Ordinal)
        : [];

    private static string NameOf(string folder, bool isSelected) => System.IO.Path.GetRelativePath((isSelected ? GoldenData.Selection : GoldenData.WholeSet)!, folder);
}
