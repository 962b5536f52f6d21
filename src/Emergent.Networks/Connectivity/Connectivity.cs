using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A pattern of connections between two layers, by whatever rule: full, one to one, tiled, random.</summary>
/// <remarks>
/// Immutable: a variant is made by <c>with</c>, for example <c>tile with { Recip = true }</c> for the way back.
/// A new pattern is one new record that says its name and adds its connections.
/// </remarks>
public abstract record Connectivity
{
    /// <summary>Every sender to every receiver; of a layer to itself, to every other unit.</summary>
    public static FullConnectivity Full { get; } = new();

    /// <summary>Each sender to the receiver of the same index.</summary>
    public static OneToOneConnectivity OneToOne { get; } = new();

    /// <summary>Each pool to the pool of the same index, full within.</summary>
    public static PoolOneToOneConnectivity PoolOneToOne { get; } = new();

    /// <summary>Each unit to the units of the same index in all pools.</summary>
    public static PoolSameUnitConnectivity PoolSameUnit { get; } = new();

    /// <summary>Overlapping tiles of 4×4 pools, 2 apart.</summary>
    public static PoolTileConnectivity PoolTile { get; } = new();

    /// <summary>A random choice of senders for each receiver.</summary>
    /// <param name="pCon">The proportion of the senders that each receiver gets, 0 … 1.</param>
    /// <param name="seed">The seed of the choice; projections with different seeds are independent.</param>
    public static UniformRandomConnectivity UniformRandom(float pCon, long seed) => new() { PCon = pCon, Seed = seed };

    /// <summary>A random choice of senders for each receiver, from the pool of the same index.</summary>
    /// <param name="pCon">The proportion of the pool's senders that each receiver gets, 0 … 1.</param>
    /// <param name="seed">The seed of the choice; projections with different seeds are independent.</param>
    public static PoolUniformRandomConnectivity PoolUniformRandom(float pCon, long seed) => new() { PCon = pCon, Seed = seed };

    /// <summary>A circular field of senders for each receiver, around the receiver's own place.</summary>
    /// <param name="radius">The circle's radius, in units of the sending layer.</param>
    public static CircleConnectivity Circle(int radius) => new() { Radius = radius };

    /// <summary>A rectangular field of senders for each receiver, one unit to the side for each neighbour.</summary>
    /// <param name="width">Columns of the field.</param>
    /// <param name="height">Rows of the field.</param>
    public static RectConnectivity Rect(int width, int height) => new() { Size = new Xy(width, height) };

    /// <summary>A rectangular field of sending pools for each receiving pool, one pool to the side for each neighbour.</summary>
    /// <param name="width">Columns of the field, in pools.</param>
    /// <param name="height">Rows of the field, in pools.</param>
    public static PoolRectConnectivity PoolRect(int width, int height) => new() { Size = new Xy(width, height) };

    /// <summary>The name that emergent gives the pattern, used in reports and files.</summary>
    public abstract string PatternName { get; }

    /// <summary>Whether <see cref="TopographicScales"/> says anything beyond 1 for every synapse.</summary>
    public virtual bool HasTopographicScales => false;

    /// <summary>The pattern with this name of emergent's and these parameters, as they stand in emergent's JSON.</summary>
    /// <param name="patternName">Full, OneToOne, UnifRnd, …</param>
    /// <param name="parameters">A JSON object; what it leaves out keeps its default. A null or absent value leaves out everything.</param>
    /// <exception cref="EmergentException">The pattern or a parameter is unknown, or a value is not allowed.</exception>
    public static Connectivity FromJson(string patternName, JsonElement parameters) => ConnectivityReader.Read(patternName, parameters);

    /// <summary>Whether <see cref="FromJson"/> knows a pattern of this name.</summary>
    public static bool IsKnown(string patternName) => ConnectivityReader.IsKnown(patternName);

    /// <summary>The connections that this pattern makes between two layers.</summary>
    /// <param name="senders">The shape of the sending layer: [Y, X] or [poolsY, poolsX, unitsY, unitsX].</param>
    /// <param name="receivers">The shape of the receiving layer, likewise.</param>
    /// <param name="same">Whether the sending layer is the receiving layer.</param>
    /// <exception cref="EmergentException">A shape has another rank or no units, or a parameter does not fit the layers.</exception>
    public Connections Connect(Shape senders, Shape receivers, bool same = false)
    {
        ArgumentNullException.ThrowIfNull(senders);
        ArgumentNullException.ThrowIfNull(receivers);
        CheckShape(senders, "sending");
        CheckShape(receivers, "receiving");
        if (same && !senders.Equals(receivers))
        {
            throw new ArgumentException($"{PatternName} connectivity: a layer connected to itself has one shape; here the senders have {senders} and the receivers {receivers}.");
        }
        if (ChangesRoles(senders, receivers)) { return Gather(receivers, senders, same).Transposed(); }
        return Gather(senders, receivers, same);
    }

    /// <summary>This pattern for the way back of a pair: what it makes of the two layers with their roles exchanged, from there to here.</summary>
    /// <remarks>Every pattern has one, also those without a parameter Recip; topographic scales are those of the way there.</remarks>
    public Connectivity Reversed() => this is ReversedConnectivity reversed ? reversed.There : new ReversedConnectivity(this);

    /// <summary>The initial scale of each synapse by position of sender and receiver, receiver by receiver with senders ascending.</summary>
    /// <param name="senders">The shape of the sending layer.</param>
    /// <param name="receivers">The shape of the receiving layer.</param>
    /// <param name="connections">What <see cref="Connect"/> made of the same two shapes.</param>
    /// <exception cref="EmergentException">The connections have more senders than the topography has values.</exception>
    public virtual float[] TopographicScales(Shape senders, Shape receivers, Connections connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        var scales = new float[connections.Count];
        Array.Fill(scales, 1f);
        return scales;
    }

    /// <summary>Adds the pairs that this pattern connects; both shapes have been checked.</summary>
    protected abstract void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections);

    /// <summary>Whether the pattern is to be made from the receivers to the senders and then turned around: its parameter Recip.</summary>
    internal virtual bool ChangesRoles(Shape senders, Shape receivers) => false;

    /// <summary><see cref="AddConnections"/> for a pattern made of another.</summary>
    internal void AddTo(ConnectionsBuilder connections, Shape senders, Shape receivers, bool same) => AddConnections(senders, receivers, same, connections);

    private Connections Gather(Shape senders, Shape receivers, bool same)
    {
        var builder = new ConnectionsBuilder(senders.Length, receivers.Length);
        AddConnections(senders, receivers, same, builder);
        return builder.Build();
    }

    private protected void CheckShape(Shape shape, string side)
    {
        if (shape.Rank is not (2 or 4))
        {
            throw new EmergentException($"{PatternName} connectivity: the {side} layer has shape {shape}; a layer has 2 dimensions [Y, X] or 4 [poolsY, poolsX, unitsY, unitsX]. Write [1, {shape.Length}] for a row of units.");
        }
        if (shape.Length == 0)
        {
            throw new EmergentException($"{PatternName} connectivity: the {side} layer has shape {shape} and so no units; give it sizes of at least 1.");
        }
    }

    /// <summary>The value of a parameter, once it keeps its rule.</summary>
    private protected T Checked<T>(bool isAllowed, string parameter, T value, string rule) => isAllowed
        ? value
        : throw new ArgumentException($"{PatternName} connectivity: {parameter} is {value}; it must be {rule}.");

    private protected XyF CheckedFinite(string parameter, XyF value) => Checked(float.IsFinite(value.X) && float.IsFinite(value.Y), parameter, value, "finite");

    private protected Xy CheckedSize(string parameter, Xy value) => Checked(value is { X: > 0, Y: > 0 }, parameter, value, "at least (1, 1)");

    private protected Xy CheckedNotNegative(string parameter, Xy value) => Checked(value is { X: >= 0, Y: >= 0 }, parameter, value, "at least (0, 0)");

    /// <summary>Checks that a field's or range's first unit or pool exists.</summary>
    private protected void CheckStart(string parameter, int start, int count, string things)
    {
        if (start < count) { return; }
        throw new EmergentException($"{PatternName} connectivity: {parameter} is {start}, but there are {count} {things}; choose it from 0 to {count - 1}.");
    }
}
