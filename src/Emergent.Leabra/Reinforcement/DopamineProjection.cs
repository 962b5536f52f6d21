using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection that learns to predict reward, from the dopamine that reaches its receiving layer.</summary>
/// <remarks>Weights are linear and unbounded: Wt = LWt += DWt. Normalization, momentum and balance are off. Source: emergent leabra, rl.</remarks>
public abstract class DopamineProjection : RuleProjection
{
    private protected DopamineProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind) : base(sender, receiver, connectivity, kind) =>
        LearnPlainly();

    /// <summary>The dopamine that learning responds to, the receiver's gains included.</summary>
    private protected float Dopamine => Prediction.DaMod.Of(Prediction.DA);

    private IRewardPrediction Prediction => (IRewardPrediction)Receiver;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        RequireReceiver<IRewardPrediction>("it must be one that predicts reward (RWPredLayer, TDRewPredLayer).");
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void ApplyWeightChanges()
    {
        if (TakeChanges()) { Kernel.Run(new LinearUpdateKernel(ref Synapses.Wt.Start, ref Synapses.LWt.Start, ref Synapses.DWt!.Start), 0, Synapses.Length); }
    }

    /// <summary>Adds changes to weights without bounds, and clears them.</summary>
    private readonly ref struct LinearUpdateKernel(ref float wt, ref float lwt, ref float dwt) : IKernel
    {
        private readonly ref float _wt = ref wt, _lwt = ref lwt, _dwt = ref dwt;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(nuint i) where T : struct, ILanes<T>
        {
            T dwt = T.Load(ref _dwt, i), wt = T.Load(ref _wt, i) + dwt;
            T.Store(T.IfEqual(dwt, 0f, T.Load(ref _lwt, i), wt), ref _lwt, i);
            T.Store(wt, ref _wt, i);
            T.Store(0f, ref _dwt, i);
        }
    }
}
