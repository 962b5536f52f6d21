using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Runs trials of conditioning: some ticks, each an alpha cycle, with outcomes in plus phases.</summary>
/// <remarks>
/// A tick begins before its input is there, so that input layers start it with what they showed in the tick before; learning of the amygdala compares ticks. Modulation and primary values
/// last from tick to tick and end with the trial, and so do traces. Source: emergent leabra, examples/pvlv.
/// </remarks>
public sealed class PvlvTrials
{
    private readonly PvlvLayers _layers;
    private readonly float[] _zeros;

    /// <summary>Trials of a network.</summary>
    public PvlvTrials(PvlvLayers layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        _layers = layers;
        _zeros = new float[((LeabraLayer[])[layers.StimIn, layers.ContextIn, layers.USTimeIn, layers.PosPV, layers.NegPV]).Max(layer => layer.UnitCount)];
    }

    private LeabraNetwork Network => _layers.Network;

    /// <summary>Begins a trial: modulation and primary values of the one before are forgotten.</summary>
    public void BeginTrial() => Network.ClearModulation();

    /// <summary>Runs a tick.</summary>
    /// <param name="inputs">What is there.</param>
    /// <param name="learn">Whether weights and averages over trials change.</param>
    /// <exception cref="EmergentException">An input has not as many values as its layer has units.</exception>
    public void RunTick(PvlvInputs inputs, bool learn = true)
    {
        BeginTick(inputs, learn);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            if (quarter == 3) { PresentOutcomes(inputs); }
            for (var cycle = 0; cycle < Network.Time.CyclesPerQuarter; cycle++) { Network.RunCycle(); }
            Network.EndQuarter();
        }
        if (learn) { Network.LearnWeights(); }
    }

    /// <summary>Begins a tick, and presents what there is in its minus phase: for running it step by step.</summary>
    /// <exception cref="EmergentException">An input has not as many values as its layer has units.</exception>
    public void BeginTick(PvlvInputs inputs, bool learn = true)
    {
        Network.BeginTrial(learn);
        PresentStimuli(inputs);
    }

    /// <summary>Presents what there is in the plus phase, outcomes too: before the last quarter of a tick that is run step by step.</summary>
    /// <exception cref="EmergentException">An input has not as many values as its layer has units.</exception>
    public void PresentOutcomes(PvlvInputs inputs)
    {
        PresentStimuli(inputs);
        Present(_layers.PosPV, inputs.Rewards);
        Present(_layers.NegPV, inputs.Punishments);
    }

    /// <summary>Ends a trial: traces are forgotten.</summary>
    public void EndTrial() => Network.ClearStriatalTraces();

    private void PresentStimuli(PvlvInputs inputs)
    {
        Network.ClearInputs();
        Present(_layers.StimIn, inputs.Stimuli);
        Present(_layers.ContextIn, inputs.Contexts);
        Present(_layers.USTimeIn, inputs.Times);
    }

    // Zeros too are presented: a unit without input is one that others drive, not one that is silent.
    private void Present(LeabraLayer layer, ReadOnlySpan<float> values) =>
        layer.Present(values.IsEmpty ? _zeros.AsSpan(0, layer.UnitCount) : values, layer.Shape);
}
