using Emergent.Data;

namespace Emergent.Sims;

/// <summary>Means of what was logged in the ticks of each type of trial, block by block.</summary>
internal sealed class PvlvTrialTypes
{
    private readonly Dictionary<string, (int Count, double[] Sums)> _block = [];
    private readonly IReadOnlyList<(string Column, Func<double> Value)> _values;
    private string _condition = "";
    private int _number;

    /// <summary>Means of values.</summary>
    public PvlvTrialTypes(IReadOnlyList<(string Column, Func<double> Value)> values)
    {
        _values = values;
        foreach (var column in (string[])["Run", "Block"]) { Table.AddColumn<int>(column); }
        foreach (var column in (string[])["ConditionName", "TrialType"]) { Table.AddColumn<string>(column); }
        Table.AddColumn<int>("N");
        foreach (var (column, _) in values) { Table.AddColumn<double>(column); }
    }

    /// <summary>A row for each block and type of trial and tick, as <c>A_Rf_POS_t1</c>.</summary>
    public Table Table { get; } = new("TrialTypes");

    /// <summary>Adds what the values are now.</summary>
    public void Add(string type, string condition, int block)
    {
        (_condition, _number) = (condition, block);
        if (!_block.TryGetValue(type, out var sums)) { sums = (0, new double[_values.Count]); }
        for (var i = 0; i < _values.Count; i++) { sums.Sums[i] += _values[i].Value(); }
        _block[type] = (sums.Count + 1, sums.Sums);
    }

    /// <summary>Writes the rows of a block.</summary>
    public void EndBlock(int run)
    {
        foreach (var (type, (count, sums)) in _block.OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            object[] cells = [run, _number, _condition, type, count, .. sums.Select(sum => (object)(sum / count))];
            Table.Add(cells);
        }
        _block.Clear();
    }
}
