namespace Emergent.Leabra;

/// <summary>A layer whose first unit predicts reward, and whose receiving synapses learn from dopamine.</summary>
public interface IRewardPrediction : IDopamineReceiver
{
    /// <summary>How strongly learning responds to bursts and dips.</summary>
    DopamineGainParams DaMod { get; }
}
