using System.Runtime.CompilerServices;

namespace Emergent.Leabra;

/// <summary>The state of feed-forward and feedback (FFFB) inhibition of one pool.</summary>
/// <remarks>Source: emergent leabra, fffb.go.</remarks>
public sealed class PoolInhibition
{
    private AvgMax _ge = AvgMax.Empty, _act = AvgMax.Empty;

    /// <summary>Feed-forward inhibition.</summary>
    public float FFi { get; internal set; }

    /// <summary>Feedback inhibition.</summary>
    public float FBi { get; internal set; }

    /// <summary>The inhibition of each unit of the pool.</summary>
    public float Gi { get; internal set; }

    /// <summary>The pool's own inhibition, before the layer's took part.</summary>
    public float GiOrig { get; internal set; }

    /// <summary>The layer's inhibition, for pools within one.</summary>
    public float LayGi { get; internal set; }

    /// <summary>The excitatory conductance of this cycle.</summary>
    public AvgMax Ge => _ge;

    /// <summary>The activity of the last cycle.</summary>
    public AvgMax Act => _act;

    /// <summary>Where the summary of conductance is kept.</summary>
    internal ref AvgMax GeRecord => ref _ge;

    /// <summary>Where the summary of activity is kept.</summary>
    internal ref AvgMax ActRecord => ref _act;

    internal void Reset()
    {
        (FFi, FBi, Gi, GiOrig, LayGi) = (0f, 0f, 0f, 0f, 0f);
        (_ge, _act) = (AvgMax.Empty, AvgMax.Empty);
    }

    /// <summary>Moves the state towards none by a share of the way; GiOrig and LayGi follow by themselves in the next cycle.</summary>
    internal void Decay(float d)
    {
        _ge.Max -= d * _ge.Max;
        _ge.Avg -= d * _ge.Avg;
        _act.Max -= d * _act.Max;
        _act.Avg -= d * _act.Avg;
        FFi -= d * FFi;
        FBi -= d * FBi;
        Gi -= d * Gi;
    }

    /// <summary>Advances by one cycle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Advance(FFFBParams p)
    {
        if (!p.On)
        {
            (FFi, FBi, Gi, GiOrig, LayGi) = (0f, 0f, 0f, 0f, 0f);
            return;
        }
        var netin = _ge.Avg + p.MaxVsAvg * (_ge.Max - _ge.Avg);
        FFi = netin > p.FF0 ? p.FF * (netin - p.FF0) : 0f;
        FBi += 1f / p.FBTau * (p.FB * _act.Avg - FBi);
        Gi = p.Gi * (FFi + FBi);
        GiOrig = Gi;
    }
}
