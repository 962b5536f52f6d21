using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What learning reads of the receivers of one sender's synapses: a column of each, in the order of the synapses.</summary>
internal readonly ref struct ReceiverValues(ref float shortAverage, ref float mediumAverage, ref float avgL, ref float avgLLrn, ref float increase, ref float decrease)
{
    /// <summary>AvgSLrn, tiny values taken for 0.</summary>
    public readonly ref float ShortAverage = ref shortAverage;

    /// <summary>AvgM, tiny values taken for 0.</summary>
    public readonly ref float MediumAverage = ref mediumAverage;

    public readonly ref float AvgL = ref avgL;
    public readonly ref float AvgLLrn = ref avgLLrn;

    /// <summary>The factor on increases of weights.</summary>
    public readonly ref float Increase = ref increase;

    /// <summary>The factor on decreases.</summary>
    public readonly ref float Decrease = ref decrease;
}

/// <summary>The averages of a projection's receiving units as learning reads them.</summary>
/// <remarks>
/// Averages of silent units end as denormal numbers, whose products take many processors a hundred times as long. Where every product below DThr counts as
/// 0, they are read as 0, which changes no result. Behind the last unit they are 0, so that whole vectors of a full projection's rows can be learned: nothing changes there.
/// </remarks>
internal sealed class ReceiverAverages(int receivers)
{
    private const float SmallestNormal = 1.17549435e-38f;
    private const float SafeDThr = 1e-30f;   // far above the product of a denormal number and any average

    private readonly AlignedFloats _short = new(AlignedFloats.Padded(receivers)), _medium = new(AlignedFloats.Padded(receivers));

    public ref float Short => ref _short.Start;

    public ref float Medium => ref _medium.Start;

    /// <summary>Reads the averages as they are now.</summary>
    public void Read(LeabraLayer receiver, float dThr)
    {
        var smallest = dThr >= SafeDThr ? SmallestNormal : 0f;
        Read(receiver.State.AvgSLrn.Slice(receiver.First, receivers), _short.Span, smallest);
        Read(receiver.State.AvgM.Slice(receiver.First, receivers), _medium.Span, smallest);
    }

    private static void Read(ReadOnlySpan<float> from, Span<float> to, float smallest)
    {
        from.CopyTo(to);
        Kernel.Run(new TinyToZeroKernel(smallest, ref to[0]), 0, from.Length);
    }

    private readonly ref struct TinyToZeroKernel(float smallest, ref float column) : IKernel
    {
        private readonly float _smallest = smallest;
        private readonly ref float _column = ref column;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(nuint i) where T : struct, ILanes<T>
        {
            var x = T.Load(ref _column, i);
            T.Store(T.IfLess(T.Abs(x), _smallest, 0f, x), ref _column, i);
        }
    }
}
