namespace Emergent.Networks;

// A layer's projections by the layer at their other end, and their synapses seen from one unit.
public abstract partial class Layer
{
    /// <summary>The projection that this layer receives from another; of several, the first.</summary>
    /// <param name="sender">The sending layer's name.</param>
    /// <param name="projectionClass">A class or type that the projection must have, <c>Back</c>; empty for any.</param>
    /// <exception cref="EmergentException">There is none.</exception>
    public Projection ReceivingFrom(string sender, string projectionClass = "") => Find(_receiving, p => p.Sender, sender, projectionClass, "receives no", "from");

    /// <summary>The projection that this layer sends to another; of several, the first.</summary>
    /// <param name="receiver">The receiving layer's name.</param>
    /// <param name="projectionClass">A class or type that the projection must have, <c>Back</c>; empty for any.</param>
    /// <exception cref="EmergentException">There is none.</exception>
    public Projection SendingTo(string receiver, string projectionClass = "") => Find(_sending, p => p.Receiver, receiver, projectionClass, "sends no", "to");

    /// <summary>What connects this layer's units with one unit that they send to: a value for each unit of this layer, NaN where it is not connected.</summary>
    /// <param name="variable">A synapse variable: <c>Wt</c>.</param>
    /// <param name="receiver">The receiving layer's name.</param>
    /// <param name="unit">The receiving unit.</param>
    /// <param name="projectionClass">A class or type that the projection must have; empty for any.</param>
    /// <exception cref="EmergentException">There is no such projection or variable, or the network is not built.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The receiving layer has no such unit.</exception>
    public float[] SynapsesTo(string variable, string receiver, int unit, string projectionClass = "")
    {
        var values = new float[UnitCount];
        SendingTo(receiver, projectionClass).ValuesTo(variable, unit, values);
        return values;
    }

    /// <summary>What connects this layer's units with one unit that sends to them: a value for each unit of this layer, NaN where it is not connected.</summary>
    /// <param name="variable">A synapse variable: <c>Wt</c>.</param>
    /// <param name="sender">The sending layer's name.</param>
    /// <param name="unit">The sending unit.</param>
    /// <param name="projectionClass">A class or type that the projection must have; empty for any.</param>
    /// <exception cref="EmergentException">There is no such projection or variable, or the network is not built.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sending layer has no such unit.</exception>
    public float[] SynapsesFrom(string variable, string sender, int unit, string projectionClass = "")
    {
        var values = new float[UnitCount];
        ReceivingFrom(sender, projectionClass).ValuesFrom(variable, unit, values);
        return values;
    }

    private Projection Find(List<Projection> projections, Func<Projection, Layer> other, string name, string projectionClass, string verb, string preposition)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(projectionClass);
        var between = projections.FindAll(p => other(p).Name == name);
        if (between.Count == 0) { throw new EmergentException($"Layer '{Name}' {verb} projection {preposition} '{name}'. {Names.DidYouMean(name, projections.Select(p => other(p).Name).Distinct())}"); }
        return between.Find(p => projectionClass.Length == 0 || p.Is(projectionClass))
            ?? throw new EmergentException($"Layer '{Name}' {verb} projection '{projectionClass}' {preposition} '{name}'. {Names.DidYouMean(projectionClass, between.SelectMany(p => p.Classes.Append(p.TypeName)).Distinct())}");
    }
}
