namespace Emergent.Data;

/// <summary>Goes through the lengths and buffers of a batch of an Arrow stream, column by column, and checks that they fit together.</summary>
internal sealed class ArrowParts(List<(long First, long Second)> nodes, List<(long First, long Second)> buffers, byte[] body)
{
    private int _node, _buffer;

    /// <summary>Where in the body a column's elements are.</summary>
    /// <param name="Field">The column.</param>
    /// <param name="Count">How many elements.</param>
    /// <param name="Valid">Bits that say what is not null, and for how many elements each bit stands.</param>
    /// <param name="Data">The elements; of texts, where each begins.</param>
    /// <param name="Texts">The characters of texts.</param>
    public sealed record Column(ArrowField Field, int Count, List<(Range Bits, int Elements)> Valid, Range Data, Range Texts);

    /// <exception cref="InvalidDataException">Something is missing or lies outside the body.</exception>
    public Column Next(ArrowField field, int rows)
    {
        var (valid, count) = (new List<(Range, int)>(), (long)rows);
        for (var level = 0; level <= field.Lists.Count; level++)
        {
            var (length, nulls) = _node < nodes.Count ? nodes[_node++] : throw Damaged(field, "has no length");
            if (length != count) { throw Damaged(field, $"has {length:N0} elements where {count:N0} are expected"); }
            var inner = 1;
            foreach (var size in field.Lists.Skip(level)) { inner *= size; }
            var bits = Buffer(field, nulls == 0 ? 0 : (count + 7) / 8);
            if (nulls != 0 && inner > 0) { valid.Add((bits, inner)); }
            if (level == field.Lists.Count) { break; }
            count *= field.Lists[level];
            if (count > int.MaxValue) { throw Damaged(field, $"has {count:N0} elements in a batch, more than there can be"); }
        }
        var isText = field.Element.Kind == 'U';
        var needed = isText ? (count == 0 ? 0 : (count + 1) * field.Size) : field.Size == 0 ? (count + 7) / 8 : count * field.Size;
        var data = Buffer(field, needed);
        return new(field, (int)count, valid, data, isText ? Buffer(field, 0) : default);
    }

    private Range Buffer(ArrowField field, long needed)
    {
        var (start, length) = _buffer < buffers.Count ? buffers[_buffer++] : throw Damaged(field, "has too few buffers");
        if (start < 0 || length < 0 || start > body.Length - length) { throw Damaged(field, "has a buffer outside the message"); }
        return length >= needed ? (int)start..(int)(start + length) : throw Damaged(field, $"has a buffer of {length:N0} bytes, of which {needed:N0} are needed");
    }

    private static InvalidDataException Damaged(ArrowField field, string what) => new($"is damaged: column '{field.Name}' {what}.");
}
