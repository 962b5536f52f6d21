using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>Masks whose first lanes are set.</summary>
internal static class LaneMasks
{
    private static readonly AlignedFloats Table = MakeTable();

    /// <summary>A mask with the first <paramref name="count"/> lanes set, or all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T First<T>(int count) where T : struct, ILanes<T> => T.Load(ref Table.Start, (nuint)(CacheLine.Floats - Math.Min(count, T.Count)));

    /// <summary>As many floats with all bits set as the widest vector has lanes, and then as many without.</summary>
    private static AlignedFloats MakeTable()
    {
        var table = new AlignedFloats(2 * CacheLine.Floats);
        table.Slice(0, CacheLine.Floats).Fill(BitConverter.Int32BitsToSingle(-1));
        return table;
    }
}
