using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emergent.Studio;

/// <summary>How messages are written: names in camelCase, numbers that are not finite as null.</summary>
internal static class ProtocolJson
{
    public const string Subprotocol = "emergent.1";

    public const int Version = 1;

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // the page parses it, and puts nothing of it into HTML
        Converters = { new FiniteDouble(), new FiniteSingle() },
    };

    public static OutgoingMessage Message<T>(T message) => OutgoingMessage.Text(JsonSerializer.SerializeToUtf8Bytes(message, Options));

    private sealed class FiniteDouble : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) { writer.WriteNumberValue(value); }
            else { writer.WriteNullValue(); }
        }
    }

    private sealed class FiniteSingle : JsonConverter<float>
    {
        public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetSingle();

        public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options)
        {
            if (float.IsFinite(value)) { writer.WriteNumberValue(value); }
            else { writer.WriteNullValue(); }
        }
    }
}
