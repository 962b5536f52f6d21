using System.Buffers;

namespace Emergent.Studio;

/// <summary>A message on its way to a page, in a buffer that goes back to the pool once it is sent.</summary>
internal readonly record struct OutgoingMessage(byte[] Buffer, int Length, bool IsBinary, bool IsPooled)
{
    public ReadOnlyMemory<byte> Bytes => Buffer.AsMemory(0, Length);

    public static OutgoingMessage Text(byte[] json) => new(json, json.Length, IsBinary: false, IsPooled: false);

    /// <summary>A binary message of this length, to be filled in.</summary>
    public static OutgoingMessage Rent(int length) => new(ArrayPool<byte>.Shared.Rent(length), length, IsBinary: true, IsPooled: true);

    public void Return()
    {
        if (IsPooled) { ArrayPool<byte>.Shared.Return(Buffer); }
    }
}
