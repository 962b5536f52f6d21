using Emergent.Data;

namespace Emergent.Networks;

/// <summary>All synapses from one layer to another, alike in how they transmit and learn.</summary>
public abstract class Projection : IStyled
{
    private readonly List<string> _classes;

    /// <summary>A projection between two layers; networks make their own with <c>Project</c>.</summary>
    protected Projection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(connectivity);
        (Sender, Receiver, Connectivity, Kind) = (sender, receiver, connectivity, kind);
        _classes = [kind.ToString()];
    }

    /// <summary>The layer whose activity the synapses carry.</summary>
    public Layer Sender { get; }

    /// <summary>The layer whose units the synapses are on.</summary>
    public Layer Receiver { get; }

    /// <summary>The pattern that decides which units are connected.</summary>
    public Connectivity Connectivity { get; }

    /// <summary>The direction within the hierarchy.</summary>
    public ProjectionKind Kind { get; }

    /// <summary>The name: <c>InputToHidden1</c>.</summary>
    public string Name => $"{Sender.Name}To{Receiver.Name}";

    /// <summary>Whether the projection is switched off.</summary>
    public bool IsOff { get; set; }

    /// <summary>Whether the projection takes part in anything: neither it nor its sender nor its receiver is off.</summary>
    public bool TakesPart => !IsOff && !Sender.IsOff && !Receiver.IsOff;

    /// <summary>The words that class selectors of style sheets find: the kind of projection, then the user's own.</summary>
    public IReadOnlyList<string> Classes => _classes;

    /// <summary>The projection's type as style sheets and files name it.</summary>
    public abstract string TypeName { get; }

    StyleTarget IStyled.Target => StyleTarget.Projection;

    /// <summary>The paths of the parameters that models change most, which <see cref="StyleSets.KeyReport"/> shows.</summary>
    public virtual IReadOnlyList<string> KeyParameters => [];

    /// <summary>Variables that synapses of this type of projection have beside those of every synapse of the network.</summary>
    public virtual IReadOnlyList<Variable> ExtraVariables => [];

    /// <summary>Which units are connected; known once the network is built.</summary>
    /// <exception cref="EmergentException">The network is not built.</exception>
    public Connections Connections
    {
        get => field ?? throw new EmergentException($"Projection '{Name}' has no synapses yet: its network is not built. Call Build() or Initialize(seed) first.");
        private set;
    }

    /// <summary>The number of synapses.</summary>
    public int SynapseCount => Connections.Count;

    /// <summary>Adds words for class selectors, separated by spaces.</summary>
    public void AddClass(string classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        _classes.AddRange(classes.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Puts a word of its own in the place of the kind among the classes, for types of projections that emergent counts as kinds.</summary>
    private protected void TakeClassOfKind(string word) => _classes[0] = word;

    /// <summary>The value of a synapse variable, NaN where the two units are not connected, or where this type of projection does not have it.</summary>
    /// <exception cref="EmergentException">The variable does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A unit does not exist.</exception>
    public float Synapse(string variable, int sender, int receiver)
    {
        var index = RequireNetwork().SynapseVariableIndex(variable, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)sender, (uint)Sender.UnitCount, nameof(sender));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)receiver, (uint)Receiver.UnitCount, nameof(receiver));
        return Value(index, sender, receiver);
    }

    /// <summary>The place of a synapse in the order of <see cref="SynapseValues(string)"/>, −1 where the two units are not connected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A unit does not exist.</exception>
    public int SynapseIndex(int sender, int receiver)
    {
        if (!Connections.Contains(receiver, sender)) { return -1; }
        return Connections.ReceiverStart(receiver) + Connections.SendersOf(receiver).BinarySearch(sender);
    }

    /// <summary>The values of a synapse variable of all synapses: receiver by receiver, each with its senders ascending.</summary>
    /// <remarks>As many as <see cref="SynapseCount"/>; where each receiver's begin, <see cref="Connections.ReceiverStart"/> says.</remarks>
    /// <exception cref="EmergentException">The variable does not exist, or the network is not built.</exception>
    public float[] SynapseValues(string variable)
    {
        var values = new float[SynapseCount];
        SynapseValues(variable, values);
        return values;
    }

    /// <summary>Copies the values of a synapse variable of all synapses: receiver by receiver, each with its senders ascending.</summary>
    /// <param name="variable">A synapse variable: <c>Wt</c>.</param>
    /// <param name="values">Where they go, as many as <see cref="SynapseCount"/>.</param>
    /// <exception cref="EmergentException">The variable does not exist, or the network is not built.</exception>
    /// <exception cref="ArgumentException">There is not room for just so many values.</exception>
    public void SynapseValues(string variable, Span<float> values)
    {
        var index = RequireNetwork().SynapseVariableIndex(variable, this);
        if (values.Length != SynapseCount) { throw new ArgumentException($"Projection '{Name}' has {SynapseCount} synapses, and there is room for {values.Length} values. Give room for one each."); }
        if (index == NoVariable) { values.Fill(float.NaN); }
        else { SynapseValuesCore(index, values); }
    }

    /// <summary>Sets a variable of one synapse; setting the weight sets whatever else follows from it, as <see cref="SetWeight"/> does.</summary>
    /// <exception cref="EmergentException">The variable does not exist or cannot be set, the two units are not connected, or the value is not a finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A unit does not exist.</exception>
    public void SetSynapse(string variable, int sender, int receiver, float value)
    {
        var index = RequireNetwork().SynapseVariableIndex(variable, this);
        if (index == NoVariable) { throw new EmergentException($"Projection '{Name}' has no synapse variable '{variable}': its type is {TypeName}, and only projections of other types in network '{Receiver.Network!.Name}' have it."); }
        RequireSynapse(sender, receiver);
        if (!float.IsFinite(value)) { throw new EmergentException($"Projection '{Name}': {variable} from unit {sender} to unit {receiver} is {value}; it needs a finite number."); }
        SetSynapseCore(index, sender, receiver, value);
    }

    /// <summary>Copies the values of a synapse variable from all units of the sender to one unit of the receiver, NaN where not connected.</summary>
    /// <param name="variable">A synapse variable: <c>Wt</c>.</param>
    /// <param name="receiver">The receiving unit.</param>
    /// <param name="values">Where they go, one for each unit of the sender.</param>
    /// <exception cref="EmergentException">There is no such variable, or the network is not built.</exception>
    /// <exception cref="ArgumentException">The receiver has no such unit, or there is not room for just so many values.</exception>
    public void ValuesTo(string variable, int receiver, Span<float> values)
    {
        var index = RequireNetwork().SynapseVariableIndex(variable, this);
        RequireUnit(Receiver, receiver, values.Length, Sender);
        for (var sender = 0; sender < values.Length; sender++) { values[sender] = Value(index, sender, receiver); }
    }

    /// <summary>Copies the values of a synapse variable from one unit of the sender to all units of the receiver, NaN where not connected.</summary>
    /// <param name="variable">A synapse variable: <c>Wt</c>.</param>
    /// <param name="sender">The sending unit.</param>
    /// <param name="values">Where they go, one for each unit of the receiver.</param>
    /// <exception cref="EmergentException">There is no such variable, or the network is not built.</exception>
    /// <exception cref="ArgumentException">The sender has no such unit, or there is not room for just so many values.</exception>
    public void ValuesFrom(string variable, int sender, Span<float> values)
    {
        var index = RequireNetwork().SynapseVariableIndex(variable, this);
        RequireUnit(Sender, sender, values.Length, Receiver);
        for (var receiver = 0; receiver < values.Length; receiver++) { values[receiver] = Value(index, sender, receiver); }
    }

    /// <summary>The weight of two units that are connected.</summary>
    internal float Weight(int sender, int receiver) => SynapseCore(0, sender, receiver);   // the first synapse variable is the weight

    /// <summary>Sets the weight of one synapse, and whatever else follows from it.</summary>
    /// <exception cref="EmergentException">The two units are not connected, or the weight is not a finite number.</exception>
    public void SetWeight(int sender, int receiver, float weight)
    {
        RequireNetwork();
        RequireSynapse(sender, receiver);
        if (!float.IsFinite(weight)) { throw new EmergentException($"Projection '{Name}': the weight from unit {sender} to unit {receiver} is {weight}; it needs a finite number."); }
        SetWeightCore(sender, receiver, weight);
    }

    /// <summary>Whether it has a class or type of this name.</summary>
    public bool Is(string classOrType) => Classes.Contains(classOrType) || TypeName == classOrType || GetType().Name == classOrType;

    /// <summary>The projection's name.</summary>
    public override string ToString() => Name;

    /// <summary>The value of a synapse variable of two units that are connected, by its place among the algorithm's (the first is the weight) and then this type's own.</summary>
    protected abstract float SynapseCore(int variable, int sender, int receiver);

    /// <summary>Copies a synapse variable of all synapses, receiver by receiver; an algorithm that knows a quicker way than one by one overrides it.</summary>
    protected virtual void SynapseValuesCore(int variable, Span<float> values)
    {
        var place = 0;
        for (var r = 0; r < Receiver.UnitCount; r++) { foreach (var s in Connections.SendersOf(r)) { values[place++] = SynapseCore(variable, s, r); } }
    }

    /// <summary>Sets the weight of two units that are connected.</summary>
    protected internal abstract void SetWeightCore(int sender, int receiver, float weight);

    /// <summary>Sets a synapse variable of two units that are connected, by its place among the algorithm's and then this type's own; an algorithm says which can be set besides the weight.</summary>
    protected virtual void SetSynapseCore(int variable, int sender, int receiver, float value)
    {
        if (variable != 0) { throw new EmergentException($"Projection '{Name}': synapse variable '{Receiver.Network!.SynapseVariables[variable].Name}' follows from others and cannot be set. Set '{Receiver.Network.SynapseVariables[0].Name}'."); }
        SetWeightCore(sender, receiver, value);
    }

    /// <summary>Checks what parameters mean together, beyond the range of each, before the projection is initialized.</summary>
    /// <exception cref="EmergentException">They contradict each other; nothing has changed.</exception>
    protected internal virtual void CheckParameters() { }

    /// <summary>Makes the synapses, once the connections are known.</summary>
    protected internal virtual void Build() { }

    /// <summary>The running values that a weights file keeps for a projection, by name.</summary>
    protected internal virtual IReadOnlyList<(string Name, float Value)> WeightsMetaData => [];

    /// <summary>Takes a running value from a weights file; names it does not know are ignored, as the reference does.</summary>
    protected internal virtual void SetWeightsMetaData(string name, float value) { }

    /// <summary>Bytes of the synapses' variables and of who is connected with whom; for reports.</summary>
    internal virtual long Bytes => Connections.IsFull ? 0 : 2L * sizeof(int) * Connections.Count;

    internal void Connect()
    {
        Connections = Connectivity.Connect(Sender.Shape, Receiver.Shape, ReferenceEquals(Sender, Receiver));
        if (Connections.Count == 0)
        {
            throw new EmergentException(
                $"Projection '{Name}': pattern {Connectivity.PatternName} connects no unit of '{Sender.Name}' {Sender.Shape} with any of '{Receiver.Name}' {Receiver.Shape}. Change the pattern's parameters or the shapes.");
        }
    }

    /// <summary>In place of a variable's place: other types of projections have it, this one does not.</summary>
    internal const int NoVariable = -1;

    private float Value(int index, int sender, int receiver) => index != NoVariable && Connections.Contains(receiver, sender) ? SynapseCore(index, sender, receiver) : float.NaN;

    private void RequireUnit(Layer layer, int unit, int length, Layer other)
    {
        if ((uint)unit >= (uint)layer.UnitCount) { throw new ArgumentOutOfRangeException(nameof(unit), $"Layer '{layer.Name}' has units 0…{layer.UnitCount - 1}; there is no unit {unit}."); }
        if (length != other.UnitCount) { throw new ArgumentException($"Projection '{Name}': layer '{other.Name}' has {other.UnitCount} units, and there is room for {length} values. Give room for one each."); }
    }

    private void RequireSynapse(int sender, int receiver)
    {
        if (!Connections.Contains(receiver, sender)) { throw new EmergentException($"Projection '{Name}' ({Connectivity.PatternName}) has no synapse from unit {sender} to unit {receiver}."); }
    }

    private Network RequireNetwork() => Receiver.Network is { IsBuilt: true } network
        ? network
        : throw new EmergentException($"Projection '{Name}' has no synapses yet: its network is not built. Call Build() or Initialize(seed) first.");
}
