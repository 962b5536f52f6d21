using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the sodium-gated potassium channels by one cycle of rate-coded activation, and their sum Gk.</summary>
/// <remarks>Equation: g += a Rise (Max − g) − Dt g, with a = Act × Rate. Source: emergent leabra, knadapt.go, GcFmRate.</remarks>
internal readonly ref struct AdaptationKernel(in AdaptationConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly AdaptationConstants _p = ref p;
    private readonly ref float _act = ref units.Act.Start, _gk = ref units.Gk.Start;
    private readonly ref float _fast = ref units.GknaFast.Start, _med = ref units.GknaMed.Start, _slow = ref units.GknaSlow.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var act = T.Load(ref _act, i) * _p.Rate;
        var fast = Advance(act, T.Load(ref _fast, i), in _p.Fast);
        var med = Advance(act, T.Load(ref _med, i), in _p.Med);
        var slow = Advance(act, T.Load(ref _slow, i), in _p.Slow);
        T.Store(fast, ref _fast, i);
        T.Store(med, ref _med, i);
        T.Store(slow, ref _slow, i);
        T.Store(fast + med + slow, ref _gk, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Advance<T>(T act, T g, in AdaptationChannel channel) where T : struct, ILanes<T> =>
        channel.On ? g + (act * channel.Rise * (channel.Max - g) - channel.Dt * g) : 0f;
}

/// <summary>What adaptation needs of its parameters.</summary>
internal readonly struct AdaptationConstants(KNaParams p)
{
    public readonly float Rate = p.Rate;
    public readonly AdaptationChannel Fast = new(p.Fast), Med = new(p.Med), Slow = new(p.Slow);
}

/// <summary>One adaptation channel.</summary>
internal readonly struct AdaptationChannel(KNaChannelParams p)
{
    public readonly bool On = p.On;
    public readonly float Rise = p.Rise, Max = p.Max, Dt = 1f / p.Tau;
}
