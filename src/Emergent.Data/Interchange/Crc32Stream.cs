namespace Emergent.Data;

/// <summary>Reads a stream and computes the check sum of what was read, which .NET's zip archives do not compare.</summary>
/// <remarks>CRC-32 as zip has it: polynomial 0xEDB88320, reflected.</remarks>
internal sealed class Crc32Stream(Stream inner) : Stream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value =>
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++) { crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320u : crc >> 1; }
        return crc;
    })];

    private uint _crc = uint.MaxValue;

    /// <summary>The check sum of what was read so far.</summary>
    public uint Crc => ~_crc;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        foreach (var value in buffer[..count]) { _crc = Table[(byte)(_crc ^ value)] ^ _crc >> 8; }
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
