using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the sodium-gated potassium channels of spiking units by one cycle.</summary>
/// <remarks>Equation: a spike gives g += Rise (Max − g), no spike g −= Dt g. Source: emergent leabra, knadapt.go, GcFmSpike.</remarks>
internal readonly ref struct SpikeAdaptationKernel(in SpikeConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly SpikeConstants _p = ref p;
    private readonly ref float _spike = ref units.Spike.Start;
    private readonly ref float _fast = ref units.GknaFast.Start, _med = ref units.GknaMed.Start, _slow = ref units.GknaSlow.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var spiked = T.LessThan(0.5f, T.Load(ref _spike, i));
        T.Store(Advance(spiked, T.Load(ref _fast, i), in _p.Fast), ref _fast, i);
        T.Store(Advance(spiked, T.Load(ref _med, i), in _p.Med), ref _med, i);
        T.Store(Advance(spiked, T.Load(ref _slow, i), in _p.Slow), ref _slow, i);
    }

    // What no spike leaves is a step towards 0: the bits of g − Dt g, for a difference from 0 and a sum with its negative round alike.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Advance<T>(T spiked, T g, in SpikeChannel channel) where T : struct, ILanes<T> =>
        channel.On ? T.Select(spiked, g + channel.Rise * (channel.Max - g), channel.Dt.Step<T>(g, 0f)) : 0f;
}
