using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>Masks whose first lanes are set.</summary>
internal static class LaneMasks
{
    private static readonly AlignedFloats Column = Make();

    /// <summary>What <see cref="First"/> reads; taken once before a loop, since a loop would ask each time whether it is made already.</summary>
    public static ref float Table => ref Column.Start;

    /// <summary>A mask with the first <paramref name="count"/> lanes set, or all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T First<T>(ref float table, int count) where T : struct, ILanes<T> => T.Load(ref table, (nuint)(CacheLine.Floats - Math.Min(count, T.Count)));

    /// <summary>As many floats with all bits set as the widest vector has lanes, and then as many without.</summary>
    private static AlignedFloats Make()
    {
        var column = new AlignedFloats(2 * CacheLine.Floats);
        column.Slice(0, CacheLine.Floats).Fill(BitConverter.Int32BitsToSingle(-1));
        return column;
    }
}
