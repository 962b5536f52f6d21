namespace Emergent.Data;

/// <summary>One group of rows: what its rows have in common, and a view of them.</summary>
public sealed class TableGroup
{
    private readonly TableGroups _groups;
    private readonly int _place;

    internal TableGroup(TableGroups groups, int place, TableView view) => (_groups, _place, View) = (groups, place, view);

    /// <summary>The rows.</summary>
    public TableView View { get; }

    /// <summary>The values that name the group, one for each level, as text.</summary>
    public IReadOnlyList<string> Values => [.. _groups.Levels.Select(level => this[level])];

    /// <summary>The values that name the group, as one text: <c>a, x</c>.</summary>
    public string Name => string.Join(", ", Values);

    /// <summary>The group's value at a level, as text; empty where it is null.</summary>
    /// <exception cref="EmergentException">There is no such level.</exception>
    public string this[string level] => _groups.Keys[_groups.CheckedLevel(level)].CellTensor(_place).GetText(0);

    /// <summary>The group's name and number of rows.</summary>
    public override string ToString() => $"{Name} ({View.RowCount} rows)";
}
