using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>For each receiving unit of a projection, the factors on increases and decreases of its weights.</summary>
/// <remarks>See <see cref="WtBalParams"/>. Source: emergent leabra, learn.go, WtBal; prjn.go, WtBalFmWt.</remarks>
internal sealed class WeightBalance
{
    private readonly float[] _sums;
    private readonly int[] _counts;

    public WeightBalance(int receivers)
    {
        var padded = AlignedFloats.Padded(receivers);
        (Increase, Decrease) = (new AlignedFloats(padded), new AlignedFloats(padded));
        (_sums, _counts) = (new float[receivers], new int[receivers]);
        Reset();
    }

    public AlignedFloats Increase { get; }

    public AlignedFloats Decrease { get; }

    public void Reset()
    {
        Increase.Span.Fill(1f);
        Decrease.Span.Fill(1f);
    }

    /// <summary>Recomputes the factors from the weights; each unit's average is summed in ascending order of senders.</summary>
    public void Update(SynapseStore synapses, WtBalParams p)
    {
        _sums.AsSpan().Clear();
        _counts.AsSpan().Clear();
        var weights = synapses.Wt.Span;
        for (var sender = 0; sender < synapses.Senders; sender++)
        {
            var (start, count) = synapses.Row(sender);
            for (var place = start; place < start + count; place++)
            {
                if (weights[place] < p.AvgThr) { continue; }
                var receiver = synapses.Receiver(sender, place);
                _sums[receiver] += weights[place];
                _counts[receiver]++;
            }
        }
        for (var receiver = 0; receiver < _sums.Length; receiver++)
        {
            var average = _counts[receiver] > 0 ? _sums[receiver] / _counts[receiver] : 0f;
            (_, Increase.Span[receiver], Decrease.Span[receiver]) = Factors(average, p);
        }
    }

    /// <summary>The excess or lack, and the factors on increases and decreases, that follow from an average weight.</summary>
    public static (float Fact, float Increase, float Decrease) Factors(float average, WtBalParams p)
    {
        if (average < p.LoThr)
        {
            var lack = p.LoGain * (p.LoThr - MathF.Max(average, p.AvgThr));
            var decrease = 1f / (1f + lack);
            return (lack, 2f - decrease, decrease);
        }
        if (average > p.HiThr)
        {
            var excess = p.HiGain * (average - p.HiThr);
            var increase = 1f / (1f + excess);
            return (excess, increase, 2f - increase);
        }
        return (0f, 1f, 1f);
    }
}
