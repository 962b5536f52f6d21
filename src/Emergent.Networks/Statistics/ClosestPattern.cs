using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Finds which of some patterns is closest to what a layer did.</summary>
internal sealed class ClosestPattern(Layer layer, string variable, Func<Table> patterns, string column, Metric metric)
{
    /// <summary>The metric of the closest pattern that was found last and the layer.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Its name, empty where patterns have none.</summary>
    public string Name { get; private set; } = "";

    public void Check() => Column(patterns());

    public (int Row, double Value) Find()
    {
        var table = patterns();
        var cells = Column(table);
        ReadOnlySpan<float> units = layer.Units(variable);
        var closest = new ClosestSoFar(metric);
        for (var row = 0; row < cells.RowCount; row++) { closest.Add(row, Metrics.Of(cells.Cell(row), units, metric)); }
        Value = closest.Value;
        Name = closest.Row >= 0 && table.TryGetColumn("Name", out var names) && names is Column<string> texts ? texts[closest.Row] : "";
        return (closest.Row, Value);
    }

    private Column<float> Column(Table table)
    {
        var found = table.Column<float>(column);
        return found.CellShape.Length == layer.UnitCount ? found
            : throw new EmergentException($"Layer '{layer.Name}' has shape {layer.Shape}; patterns in column '{column}' of table '{table.Name}' have {found.CellShape}. Name the column that has patterns of the layer's size.");
    }
}
