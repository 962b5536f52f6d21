using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Where an update has the gradients of a row of weights from; known when a kernel is compiled.</summary>
internal interface IGradient
{
    T At<T>(nuint i) where T : struct, ILanes<T>;
}

/// <summary>That of one trial: the sender's activation times the receiver's Delta.</summary>
internal readonly ref struct TrialGradient(float act, ref float delta) : IGradient
{
    private readonly float _act = act;
    private readonly ref float _delta = ref delta;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(nuint i) where T : struct, ILanes<T> => T.Load(ref _delta, i) * _act;
}

/// <summary>The mean over a batch of what has been added up.</summary>
internal readonly ref struct BatchGradient(ref float sum, int trials) : IGradient
{
    private readonly float _share = 1f / trials;
    private readonly ref float _sum = ref sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(nuint i) where T : struct, ILanes<T> => T.Load(ref _sum, i) * _share;
}
