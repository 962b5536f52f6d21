using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A variable of the units of a layer over the cycles of the last trial.</summary>
/// <remarks>Cycles that have not been run yet are 0. Source: emergent estats, rasters.</remarks>
public sealed class UnitRaster
{
    private readonly RepresentativeUnits _units;
    private int _cycle;

    internal UnitRaster(Layer layer, string variable, RepresentativeUnits units, int cycles)
    {
        (Layer, Variable, _units) = (layer, variable, units);
        Values = Empty(cycles);
    }

    /// <summary>The layer.</summary>
    public Layer Layer { get; }

    /// <summary>The variable.</summary>
    public string Variable { get; }

    /// <summary>The values <c>[units, cycles]</c>; another tensor when trials get another number of cycles.</summary>
    public Tensor<float> Values { get; private set; }

    /// <summary>A row for each cycle: its number, and the values as a tensor of the units' shape.</summary>
    public Table ToTable()
    {
        var table = new Table($"{Layer.Name}_{Variable}");
        table.AddColumn<int>("Cycle");
        var column = table.AddColumn<float>(table.Name, _units.Shape);
        var cycles = Values.Shape[1];
        table.AddRows(cycles);
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            table.Column<int>("Cycle")[cycle] = cycle;
            var cell = column.Cell(cycle);
            for (var u = 0; u < cell.Length; u++) { cell[u] = Values.Values[u * cycles + cycle]; }
        }
        return table;
    }

    internal void Begin(int cycles)
    {
        if (cycles != Values.Shape[1]) { Values = Empty(cycles); }
        else { Values.Fill(0); }
        _cycle = 0;
    }

    internal void AddCycle()
    {
        var cycles = Values.Shape[1];
        Span<float> all = Layer.Units(Variable), values = Values.Values;
        var units = _units.Indices;
        for (var u = 0; u < units.Length && _cycle < cycles; u++) { values[u * cycles + _cycle] = all[units[u]]; }
        _cycle++;
    }

    private Tensor<float> Empty(int cycles) => new([_units.Indices.Length, cycles]) { DimensionNames = ["Unit", "Cycle"] };
}
