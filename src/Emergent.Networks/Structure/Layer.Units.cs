using Emergent.Data;

namespace Emergent.Networks;

// Units as tensors, their places in the drawn sheet, and the few that stand for the many of a large layer.
public abstract partial class Layer
{
    private int[]? _representatives;

    /// <summary>The shape of the units that stand for the layer in logs: the layer's own while none are chosen.</summary>
    public Shape RepresentativeShape { get => field ?? Shape; private set; }

    /// <summary>The units that stand for the layer in logs, in the order of <see cref="RepresentativeTensor"/>: all of them while none are chosen.</summary>
    public IReadOnlyList<int> RepresentativeUnits => _representatives ?? [.. Enumerable.Range(0, UnitCount)];

    /// <summary>A copy of a unit variable as a tensor of the layer's shape.</summary>
    /// <exception cref="EmergentException">The variable does not exist, or the network is not built.</exception>
    public Tensor<float> ToTensor(string variable) => new(Shape, Units(variable).ToArray());

    /// <summary>A copy of a unit variable of the representative units, as a tensor of <see cref="RepresentativeShape"/>.</summary>
    /// <exception cref="EmergentException">The variable does not exist, or the network is not built.</exception>
    public Tensor<float> RepresentativeTensor(string variable)
    {
        if (_representatives is not { } units) { return ToTensor(variable); }
        var values = Units(variable);
        var chosen = new float[units.Length];
        for (var i = 0; i < units.Length; i++) { chosen[i] = values[units[i]]; }
        return new(RepresentativeShape, chosen);
    }

    /// <summary>Chooses units that stand for the layer in logs, which of a layer of thousands would be too large.</summary>
    /// <param name="shape">The shape that they are logged in: as many values as there are units.</param>
    /// <param name="units">The units, in the order of that shape, row-major.</param>
    /// <exception cref="ArgumentException">The shape has another number of values, a unit does not exist, or stands there twice; the choice stays as it was.</exception>
    public void SetRepresentatives(Shape shape, params ReadOnlySpan<int> units)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Length != units.Length || units.IsEmpty) { throw new ArgumentException($"Layer '{Name}': {units.Length} units were given to stand for it, in a shape {shape} of {shape.Length}. Give as many, and at least one.", nameof(units)); }
        var isChosen = new bool[UnitCount];
        foreach (var unit in units)
        {
            if ((uint)unit >= (uint)UnitCount) { throw new ArgumentException($"Layer '{Name}' has units 0…{UnitCount - 1}; unit {unit} cannot stand for it.", nameof(units)); }
            if (isChosen[unit]) { throw new ArgumentException($"Layer '{Name}': unit {unit} was given twice to stand for it. Give each once.", nameof(units)); }
            isChosen[unit] = true;
        }
        (_representatives, RepresentativeShape) = (units.ToArray(), shape);
    }

    /// <summary>Lets the whole layer stand for itself again.</summary>
    public void ClearRepresentatives() => (_representatives, RepresentativeShape) = (null, Shape);

    /// <summary>The unit in a row and column of the layer seen as one sheet, across its pools if it has any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sheet has no such row or column.</exception>
    public int UnitAt(int row, int column)
    {
        var grid = new LayerGrid(Shape);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)grid.Rows, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)grid.Columns, nameof(column));
        return grid.UnitAt(row, column);
    }

    /// <summary>The row and column of a unit in the layer seen as one sheet, across its pools if it has any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public (int Row, int Column) PlaceOf(int unit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)unit, (uint)UnitCount, nameof(unit));
        return new LayerGrid(Shape).PlaceOf(unit);
    }
}
