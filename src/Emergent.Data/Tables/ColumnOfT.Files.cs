using System.Globalization;
using System.Text;

namespace Emergent.Data;

public sealed partial class Column<T>
{
    private const int RecentTexts = 256, LongestRecent = 32;

    private string?[]? _recent;   // texts last read from a file, by a hash of their bytes: names of conditions occur again and again, and need be made but once

    internal override bool TrySetFileText(int row, int element, ReadOnlySpan<byte> text)
    {
        var values = _store.Values;
        var i = row * CellShape.Length + element;
        // T is known when this is compiled for it, so that only one of these is left.
        if (typeof(T) == typeof(double)) { if (NumberText.TryParse(text, out ((double[])(object)values)[i])) { return true; } }
        else if (typeof(T) == typeof(float)) { if (NumberText.TryParse(text, out ((float[])(object)values)[i])) { return true; } }
        else if (typeof(T) == typeof(int))
        {
            if (NumberText.TryParse(text, out ((int[])(object)values)[i]))
            {
                _store.MarkNull(i, false);
                return true;
            }
        }
        else if (typeof(T) == typeof(long))
        {
            if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out ((long[])(object)values)[i]))
            {
                _store.MarkNull(i, false);
                return true;
            }
        }
        else if (values is string[] texts)
        {
            texts[i] = TextOf(text);
            return true;
        }
        return TrySetRareText(i, text);
    }

    /// <summary>Null cells, other element types, and what does not fit.</summary>
    private bool TrySetRareText(int i, ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (_element.IsNullText(text))
        {
            _store.Values[i] = _element.Null;
            _store.MarkNull(i, !_element.IsNull(_element.Null));
            return true;
        }
        var fits = _element.TryParse(text, out var value);
        if (fits)
        {
            _store.Values[i] = value;
            _store.MarkNull(i, false);
        }
        return fits;
    }

    private string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) { return ""; }
        if (bytes.Length > LongestRecent) { return Encoding.UTF8.GetString(bytes); }
        var hash = 2166136261u;
        foreach (var b in bytes) { hash = (hash ^ b) * 16777619u; }
        ref var recent = ref (_recent ??= new string?[RecentTexts])[(hash ^ hash >> 16) % RecentTexts];
        if (recent is not null && Ascii.Equals(bytes, recent)) { return recent; }
        return recent = Encoding.UTF8.GetString(bytes);
    }
}
