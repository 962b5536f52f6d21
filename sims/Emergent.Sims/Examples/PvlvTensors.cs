using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Sims;

/// <summary>What a PVLV network is shown in a tick.</summary>
public sealed class PvlvTensors
{
    /// <summary>Empty inputs of a network's sizes.</summary>
    public PvlvTensors(PvlvSizes sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        (Stimuli, Contexts, Times) = (new(sizes.Stimuli), new(sizes.Contexts), new(sizes.Times));
        (Rewards, Punishments) = (new([1, sizes.Outcomes, 1, 1]), new([1, sizes.Outcomes, 1, 1]));
    }

    /// <summary>The stimuli.</summary>
    public Tensor<float> Stimuli { get; }

    /// <summary>The context.</summary>
    public Tensor<float> Contexts { get; }

    /// <summary>The time since a stimulus or an outcome.</summary>
    public Tensor<float> Times { get; }

    /// <summary>The rewards.</summary>
    public Tensor<float> Rewards { get; }

    /// <summary>The punishments.</summary>
    public Tensor<float> Punishments { get; }

    /// <summary>The same for the network.</summary>
    public PvlvInputs Inputs => new() { Stimuli = Stimuli.Values, Contexts = Contexts.Values, Times = Times.Values, Rewards = Rewards.Values, Punishments = Punishments.Values };

    /// <summary>Shows nothing.</summary>
    public void Clear()
    {
        Stimuli.Fill(0);
        Contexts.Fill(0);
        Times.Fill(0);
        Rewards.Fill(0);
        Punishments.Fill(0);
    }
}
