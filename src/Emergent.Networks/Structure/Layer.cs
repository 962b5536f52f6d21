using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A sheet of units, alike in what they compute, that projections connect with other layers.</summary>
/// <remarks>Shapes are <c>[Y, X]</c>, or <c>[poolsY, poolsX, unitsY, unitsX]</c> for a layer with pools; units are counted row-major.</remarks>
public abstract partial class Layer : IStyled
{
    private readonly List<Projection> _receiving = [], _sending = [];
    private readonly List<string> _classes;
    private AlignedFloats[] _columns = [];

    /// <summary>A layer that is not yet part of a network; networks make their own with <c>AddLayer</c>.</summary>
    /// <exception cref="ArgumentException">The name is empty or the shape has neither 2 nor 4 sizes of at least 1.</exception>
    protected Layer(string name, Shape shape, LayerKind kind)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (string.IsNullOrWhiteSpace(name)) { throw new ArgumentException("A layer needs a name; it is empty."); }
        if (shape.Rank is not (2 or 4) || shape.Length == 0)
        {
            throw new ArgumentException($"Layer '{name}' has shape {shape}; a layer is [Y, X] or [poolsY, poolsX, unitsY, unitsX], each at least 1.");
        }
        (Name, Shape, _classes) = (name, shape, [""]);
        Kind = kind;
    }

    /// <summary>The name: unique in the network, and the name of the pattern column that is presented to it.</summary>
    public string Name { get; }

    /// <summary>The sizes of the sheet.</summary>
    public Shape Shape { get; }

    /// <summary>What the layer is for.</summary>
    public LayerKind Kind
    {
        get;
        set => (field, _classes[0]) = (value, value.ToString());
    }

    /// <summary>The position in the network's list of layers, which is the order of all computation.</summary>
    public int Index { get; internal set; }

    /// <summary>Whether the layer is switched off: it and all its projections take no part in anything.</summary>
    public bool IsOff { get; set; }

    /// <summary>Whether patterns may have fewer rows or columns than the layer, which is an error else: they are for the units from the first row and column on.</summary>
    /// <remarks>
    /// The other units have neither input nor target, once those of the trial before are taken away: in a Leabra layer they do what their conductances make them do, and in a backprop layer
    /// both are 0. For layers without pools. Source: emergent leabra, ApplyExt2D.
    /// </remarks>
    public bool TakesSmallerPatterns { get; set; }

    /// <summary>Where the layer is drawn, relative to another; null for above the one before.</summary>
    public Placement? Placement { get; set; }

    /// <summary>The lower left front corner where the layer is drawn, in unit widths; known after the network is built.</summary>
    public LayerBox Bounds { get; internal set; }

    /// <summary>The projections that this layer receives, in order of creation.</summary>
    public IReadOnlyList<Projection> ReceivingProjections => _receiving;

    /// <summary>The projections that this layer sends, in order of creation.</summary>
    public IReadOnlyList<Projection> SendingProjections => _sending;

    /// <summary>The number of units.</summary>
    public int UnitCount => Shape.Length;

    /// <summary>Whether the units are grouped in pools.</summary>
    public bool HasPools => Shape.Rank == 4;

    /// <summary>The number of pools, not counting the layer as a whole: 0 for a layer without.</summary>
    public int PoolCount => HasPools ? Shape[0] * Shape[1] : 0;

    /// <summary>The number of units in each pool: all of them for a layer without pools.</summary>
    public int UnitsPerPool => HasPools ? Shape[2] * Shape[3] : UnitCount;

    /// <summary>What each unit stands for, where that has a name; empty where it has none. Windows show the names over the units.</summary>
    /// <exception cref="ArgumentException">There are more or fewer names than units.</exception>
    public IReadOnlyList<string> UnitNames
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count > 0 && value.Count != UnitCount) { throw new ArgumentException($"Layer '{Name}' has {UnitCount} units, but {value.Count} names for them were given. Give one for each, empty where there is none."); }
            field = value;
        }
    } = [];

    /// <summary>The words that class selectors of style sheets find: the kind of layer, then the user's own.</summary>
    public IReadOnlyList<string> Classes => _classes;

    /// <summary>The layer's type as style sheets and files name it.</summary>
    public abstract string TypeName { get; }

    StyleTarget IStyled.Target => StyleTarget.Layer;

    /// <summary>The paths of the parameters that models change most, which <see cref="StyleSets.KeyReport"/> shows.</summary>
    public virtual IReadOnlyList<string> KeyParameters => [];

    /// <summary>Variables that this type of layer has beside those of every unit of the network.</summary>
    public virtual IReadOnlyList<Variable> ExtraVariables => [];

    /// <summary>The network that the layer is part of, null before.</summary>
    public Network? Network { get; internal set; }

    /// <summary>Bytes of the units' variables, and of what a type of layer keeps besides; for reports.</summary>
    internal virtual long Bytes => (long)_columns.Length * AlignedFloats.Padded(UnitCount) * sizeof(float);

    /// <summary>Where the layer's slice of each column begins.</summary>
    internal int Offset { get; private set; }

    /// <summary>Adds words for class selectors, separated by spaces.</summary>
    public void AddClass(string classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        _classes.AddRange(classes.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Puts a word of its own in the place of the kind among the classes, for types of layers that emergent counts as kinds.</summary>
    private protected void TakeClassOfKind(string word) => _classes[0] = word;

    /// <summary>The values of a unit variable, row-major: a slice of the network's column, not a copy.</summary>
    /// <exception cref="EmergentException">The variable does not exist, or the network is not built.</exception>
    public Span<float> Units(string variable) => Units(RequireNetwork().UnitVariableIndex(variable, this));

    /// <summary>The same, of the variable at a place among the network's.</summary>
    internal Span<float> Units(int variable)
    {
        BeforeReading(variable);
        return _columns[variable].Slice(Offset, UnitCount);
    }

    /// <summary>Presents a pattern to the layer's units.</summary>
    /// <param name="pattern">The values, row-major.</param>
    /// <param name="shape">The shape of the pattern, which must be the layer's, or a flat view of it.</param>
    /// <exception cref="EmergentException">The shape does not fit or a value is not a number; no unit has changed.</exception>
    public void Present(ReadOnlySpan<float> pattern, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        RequireNetwork();
        CheckPattern(pattern, shape);
        PresentCore(pattern, shape);
    }

    /// <summary>The layer's name.</summary>
    public override string ToString() => Name;

    /// <summary>Lets a pattern that has passed the checks reach the units.</summary>
    protected abstract void PresentCore(ReadOnlySpan<float> pattern, Shape shape);

    /// <summary>The unit that an element of a pattern is for: a pattern of rows and columns lies across the rows and columns of the layer, and of its pools if it has them; any other has the order of the units.</summary>
    /// <param name="element">The element, row-major.</param>
    /// <param name="shape">The shape of the pattern, which has passed the checks.</param>
    protected int UnitOf(int element, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Rank != 2) { return element; }
        int row = element / shape[1], column = element % shape[1];
        if (!HasPools) { return row * Shape[1] + column; }
        int unitsY = Shape[2], unitsX = Shape[3];
        return (row / unitsY * Shape[1] + column / unitsX) * UnitsPerPool + row % unitsY * unitsX + column % unitsX;
    }

    /// <summary>Refuses a pattern whose values the algorithm cannot use, though all are finite; called before any layer takes its pattern.</summary>
    /// <exception cref="EmergentException">It cannot; nothing has changed.</exception>
    protected virtual void CheckValues(ReadOnlySpan<float> pattern, Shape shape) { }

    /// <summary>Checks what parameters mean together, beyond the range of each, before the layer is initialized.</summary>
    /// <exception cref="EmergentException">They contradict each other; nothing has changed.</exception>
    protected internal virtual void CheckParameters() { }

    /// <summary>Makes what the layer needs once its columns stand, before projections are connected.</summary>
    protected internal virtual void Build() { }

    /// <summary>The running values that a weights file keeps for a layer, by name.</summary>
    protected internal virtual IReadOnlyList<(string Name, float Value)> WeightsMetaData => [];

    /// <summary>Takes a running value from a weights file; names it does not know are ignored, as the reference does.</summary>
    protected internal virtual void SetWeightsMetaData(string name, float value) { }

    /// <summary>The unit variables that are learned, such as biases: a weights file keeps them beside the weights.</summary>
    protected internal virtual IReadOnlyList<string> LearnedVariables => [];

    /// <summary>Brings a variable up to date that is worked out only when somebody looks.</summary>
    /// <param name="variable">Its place in the network's list.</param>
    protected internal virtual void BeforeReading(int variable) { }

    /// <summary>Presents a pattern that <see cref="CheckPattern"/> has let pass.</summary>
    internal void PresentChecked(ReadOnlySpan<float> pattern, Shape shape) => PresentCore(pattern, shape);

    internal void Allot(AlignedFloats[] columns, int offset) => (_columns, Offset) = (columns, offset);

    internal AlignedFloats ColumnAt(int index) => _columns[index];

    internal void AddReceiving(Projection projection) => _receiving.Add(projection);

    internal void AddSending(Projection projection) => _sending.Add(projection);

    /// <summary>The network, or the error that says that it must be built first.</summary>
    private protected Network RequireNetwork() => Network is { IsBuilt: true } network
        ? network
        : throw new EmergentException($"Layer '{Name}' has no units yet: its network is not built. Call Build() or Initialize(seed) first.");

    /// <summary>Refuses a pattern that does not fit.</summary>
    internal void CheckPattern(ReadOnlySpan<float> pattern, Shape shape)
    {
        // A pattern of as many dimensions must agree in each, or be smaller where that is asked for; a 2-D pattern on a layer with pools covers their rows and columns; a flat one fills the units.
        var fits = shape.Rank == Shape.Rank
            ? shape.Equals(Shape) || (TakesSmallerPatterns && !HasPools && shape[0] <= Shape[0] && shape[1] <= Shape[1])
            : shape.Rank == 2 && HasPools ? shape[0] == Shape[0] * Shape[2] && shape[1] == Shape[1] * Shape[3]
            : shape.Rank == 1 && shape.Length == UnitCount;
        if (!fits)
        {
            throw new EmergentException(
                $"Layer '{Name}' has shape {Shape}; pattern '{Name}' has {shape}. Give the pattern the layer's shape, or the layer the pattern's.");
        }
        if (pattern.Length != shape.Length)
        {
            throw new EmergentException($"Pattern '{Name}' has {pattern.Length} values; its shape {shape} needs {shape.Length}. Give one value for each unit.");
        }
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!float.IsFinite(pattern[i]))
            {
                throw new EmergentException($"Pattern '{Name}' has the value {pattern[i]} at element {i} ([{string.Join(", ", shape.Index(i))}]); a pattern needs finite numbers. Mend the table or file it comes from.");
            }
        }
        CheckValues(pattern, shape);
    }
}
