using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Studio;

/// <summary>Writes values of all units as a binary frame: its layout is in docs/studio-inside.md.</summary>
internal static class FrameWriter
{
    public const int HeadLength = 40, MostFloats = 250_000;
    private const ushort Magic = 0x4D45;
    private const byte KindOfUnits = 1, MissingByte = 255, LargestByte = 254;

    /// <summary>Writes a frame into a buffer of the pool.</summary>
    public static OutgoingMessage Write(in FrameHead head, ReadOnlySpan<byte> counters, ReadOnlySpan<float> values)
    {
        var isBytes = values.Length > MostFloats;   // a frame is at most 1 MB
        var padded = (counters.Length + 3) & ~3;
        var message = OutgoingMessage.Rent(HeadLength + padded + values.Length * (isBytes ? 1 : sizeof(float)));
        var frame = message.Buffer.AsSpan(0, message.Length);
        var (min, max) = FiniteBounds.Of(values);
        if (min > max) { (min, max) = (0, 0); }

        BinaryPrimitives.WriteUInt16LittleEndian(frame, Magic);
        (frame[2], frame[3]) = (ProtocolJson.Version, KindOfUnits);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], head.View);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[8..], head.Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(frame[12..], head.Record);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[16..], (uint)head.NetworkVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[20..], (isBytes ? 1u : 0u) | (head.IsNewest ? 4u : 0u));
        BinaryPrimitives.WriteSingleLittleEndian(frame[24..], min);
        BinaryPrimitives.WriteSingleLittleEndian(frame[28..], max);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[32..], (uint)counters.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[36..], (uint)values.Length);
        counters.CopyTo(frame[HeadLength..]);
        frame[(HeadLength + counters.Length)..(HeadLength + padded)].Clear();

        var body = frame[(HeadLength + padded)..];
        if (isBytes) { WriteBytes(body, values, min, max); }
        else if (BitConverter.IsLittleEndian) { MemoryMarshal.AsBytes(values).CopyTo(body); }
        else { for (var i = 0; i < values.Length; i++) { BinaryPrimitives.WriteSingleLittleEndian(body[(4 * i)..], values[i]); } }
        return message;
    }

    private static void WriteBytes(Span<byte> body, ReadOnlySpan<float> values, float min, float max)
    {
        var scale = max > min ? LargestByte / ((double)max - min) : 0;
        for (var i = 0; i < values.Length; i++)
        {
            body[i] = float.IsFinite(values[i]) ? (byte)Math.Round((values[i] - (double)min) * scale) : MissingByte;
        }
    }
}

/// <summary>What stands at the head of a frame.</summary>
/// <param name="View">The page's number of the view.</param>
/// <param name="Sequence">The number of the frame in this view, from 1.</param>
/// <param name="Record">The record's number, −1 for what is read from the live network.</param>
/// <param name="NetworkVersion">Which layout the values have.</param>
/// <param name="IsNewest">Whether it is the newest record.</param>
internal readonly record struct FrameHead(uint View, uint Sequence, int Record, int NetworkVersion, bool IsNewest);
