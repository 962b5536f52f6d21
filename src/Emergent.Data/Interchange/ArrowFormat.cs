using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emergent.Data;

/// <summary>The numbers by which Arrow's messages name their fields, and what is read and written the same way.</summary>
/// <remarks>Source: Apache Arrow, “IPC format” and the schemas Message.fbs and Schema.fbs, version V5 of the metadata.</remarks>
internal static class ArrowFormat
{
    public const int Continuation = -1, Alignment = 8;
    public const short VersionV4 = 3, VersionV5 = 4;
    public const byte SchemaHeader = 1, DictionaryHeader = 2, RecordBatchHeader = 3;
    public const string TableName = "emergent.table", TensorKey = "emergent.tensor", ExtensionName = "ARROW:extension:name", ExtensionKey = "ARROW:extension:metadata", TensorExtension = "arrow.fixed_shape_tensor";

    public static class Message
    {
        public const int Version = 0, HeaderType = 1, Header = 2, BodyLength = 3;
    }

    public static class Schema
    {
        public const int Endianness = 0, Fields = 1, MetaData = 2;
    }

    public static class Field
    {
        public const int Name = 0, Nullable = 1, TypeType = 2, Type = 3, Dictionary = 4, Children = 5, MetaData = 6;
    }

    public static class RecordBatch
    {
        public const int Length = 0, Nodes = 1, Buffers = 2, Compression = 3;
    }

    public static class Types
    {
        public const byte Int = 2, FloatingPoint = 3, Utf8 = 5, Bool = 6, FixedSizeList = 16, LargeUtf8 = 20;

        public static readonly string[] Names =
        [
            "nothing", "Null", "Int", "FloatingPoint", "Binary", "Utf8", "Bool", "Decimal", "Date", "Time", "Timestamp", "Interval", "List", "Struct", "Union", "FixedSizeBinary", "FixedSizeList",
            "Map", "Duration", "LargeBinary", "LargeUtf8", "LargeList", "RunEndEncoded", "BinaryView", "Utf8View", "ListView", "LargeListView",
        ];
    }

    /// <summary>The shape and names of the dimensions of a tensor column, as its field's metadata has them.</summary>
    public static string TensorText(Shape shape, IReadOnlyList<string>? names)
    {
        var text = new JsonObject { ["shape"] = new JsonArray([.. shape.Select(size => JsonValue.Create(size))]) };
        if (names is not null) { text["dim_names"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]); }
        return text.ToJsonString();
    }

    /// <exception cref="InvalidDataException">The text is no shape of so many elements.</exception>
    public static (Shape Shape, IReadOnlyList<string>? Names) ParseTensor(string text, int length, string column)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var shape = Shape.Create([.. json.RootElement.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())]);
            var names = json.RootElement.TryGetProperty("dim_names", out var found) && found.ValueKind == JsonValueKind.Array
                ? found.EnumerateArray().Select(name => name.GetString() ?? "").ToList() : null;
            if (shape.Length == length && (names is null || names.Count == shape.Rank)) { return (shape, names); }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException) { /* answered below */ }
        throw new InvalidDataException($"is damaged: column '{column}' has {length} elements a row, and the shape '{text}'.");
    }
}
