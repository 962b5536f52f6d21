using System.IO.Compression;
using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Writes files of records: emergent's JSON of NetData, as its Go program reads it.</summary>
/// <remarks>
/// JSON knows numbers only: NaN, which stands for "no value", is written as <see cref="NoValue"/>, as the reference does, and an infinity as a number that is too large for a <c>float</c>.
/// Values are the shortest text that reads back as the same bits.
/// </remarks>
internal static class NetDataWriter
{
    /// <summary>What stands for NaN.</summary>
    public const float NoValue = -1.11e-37f;

    private const int MostPending = 1 << 16;

    /// <summary>Writes what a file of this name holds.</summary>
    public static void Write(NetData data, Stream stream, string path)
    {
        using var gzip = TableWriter.IsGzip(path) ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true) : null;
        using var writer = new Utf8JsonWriter(gzip ?? stream);
        Write(data, writer);
    }

    private static void Write(NetData data, Utf8JsonWriter writer)
    {
        var (records, variables) = (data.Records, data.Variables);
        writer.WriteStartObject();
        writer.WriteString("Network"u8, data.Network);   // not the reference's, which passes it over
        // Nothing is selected, and there are no synapses: the reference takes that as it is.
        writer.WriteString("PrjnLay"u8, "");
        writer.WriteNumber("PrjnUnIdx"u8, 0);
        writer.WriteString("PrjnType"u8, "");
        Names(writer, "UnVars", variables);
        Places(writer, "UnVarIdxs", variables);
        Names(writer, "SynVars", []);
        Places(writer, "SynVarIdxs", []);
        writer.WriteStartObject("Ring"u8);
        writer.WriteNumber("StIdx"u8, 0);
        writer.WriteNumber("Len"u8, records.Count);
        writer.WriteNumber("Max"u8, records.Count);
        writer.WriteEndObject();
        writer.WriteNumber("MaxData"u8, 1);
        writer.WriteStartObject("LayData"u8);
        foreach (var (name, units) in data.Layers) { Layer(writer, data, name, units); }
        writer.WriteEndObject();
        Bounds(writer, records, variables.Count);
        Names(writer, "Counters", [.. records.Select(r => r.Counters)]);
        Numbers(writer, "RasterCtrs", records.Count);
        Places(writer, "RasterMap", [.. Enumerable.Range(0, records.Count).Select(r => $"{r}")]);
        writer.WriteNumber("RastCtr"u8, records.Count);
        writer.WriteEndObject();
    }

    private static void Layer(Utf8JsonWriter writer, NetData data, string name, int units)
    {
        writer.WriteStartObject(name);
        writer.WriteString("LayName"u8, name);
        writer.WriteNumber("NUnits"u8, units);
        writer.WriteStartArray("Data"u8);
        var start = data.PlaceOf(name).Start;
        foreach (var record in data.Records)
        {
            for (var v = 0; v < data.Variables.Count; v++)
            {
                var values = record.ValuesOf(v);
                for (var unit = start; unit < start + units; unit++) { Value(writer, values.IsEmpty ? float.NaN : values[unit]); }
                if (writer.BytesPending > MostPending) { writer.Flush(); }
            }
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The least and the greatest value of each variable in each record, and over all records: the reference scales its colours by them.</summary>
    private static void Bounds(Utf8JsonWriter writer, IReadOnlyList<INetDataRecord> records, int variables)
    {
        var bounds = new (float Min, float Max)[records.Count * variables];
        var all = new (float Min, float Max)[variables];
        Array.Fill(all, FiniteBounds.None);
        for (var i = 0; i < bounds.Length; i++)
        {
            bounds[i] = FiniteBounds.Of(records[i / variables].ValuesOf(i % variables));
            all[i % variables] = FiniteBounds.Both(all[i % variables], bounds[i]);
        }
        List("MinPer", bounds, b => b.Min);
        List("MaxPer", bounds, b => b.Max);
        List("MinVar", all, b => b.Min);
        List("MaxVar", all, b => b.Max);

        // Without any value they are the greatest float and the least, as in the reference.
        void List(string name, (float Min, float Max)[] of, Func<(float Min, float Max), float> bound)
        {
            writer.WriteStartArray(name);
            foreach (var b in of) { Value(writer, Math.Clamp(bound(b), float.MinValue, float.MaxValue)); }
            writer.WriteEndArray();
        }
    }

    private static void Value(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value)) { writer.WriteNumberValue(value); }
        else if (float.IsNaN(value)) { writer.WriteNumberValue(NoValue); }
        else { writer.WriteRawValue(value > 0 ? "1e39"u8 : "-1e39"u8); }
    }

    private static void Names(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) { writer.WriteStringValue(text); }
        writer.WriteEndArray();
    }

    private static void Places(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartObject(name);
        for (var i = 0; i < texts.Count; i++) { writer.WriteNumber(texts[i], i); }
        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, int count)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < count; i++) { writer.WriteNumberValue(i); }
        writer.WriteEndArray();
    }
}
