using System.Globalization;
using System.Text.Json;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>What a page says.</summary>
internal abstract record ClientMessage
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads a message.</summary>
    /// <exception cref="ProtocolException">It is not understood.</exception>
    public static ClientMessage Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) { throw new ProtocolException("a message is a JSON object"); }
            return Text(root, "type") switch
            {
                "hello" => new HelloRequest(Whole(root, "protocol", 0, int.MaxValue), Counts(root, "rows"), Counts(root, "ids")),
                "command" => new CommandRequest(Id(root), Text(root, "name"), Arguments(root)),
                "watch" => Watch(root),
                "unwatch" => new UnwatchRequest((uint)Whole(root, "view", 0, uint.MaxValue)),
                "ack" => new AckRequest((uint)Whole(root, "view", 0, uint.MaxValue), (uint)Whole(root, "seq", 0, uint.MaxValue)),
                "ping" => new PingRequest(),
                "series" => new SeriesRequest(Id(root), NetworkOf(root), UnitOf(root)),
                var type => throw new ProtocolException($"there is no message of type '{Short(type)}'"),
            };
        }
        catch (JsonException) { throw new ProtocolException("a message is not JSON"); }
    }

    private static WatchRequest Watch(JsonElement root)
    {
        var unit = root.TryGetProperty("unit", out var chosen) && chosen.ValueKind != JsonValueKind.Null ? UnitOf(Object(chosen, "unit")) : null;
        var rate = Rate(root, "rate");
        var testRate = root.TryGetProperty("testRate", out _) ? Rate(root, "testRate") : rate;
        var hertz = root.TryGetProperty("maxHz", out var most) && most.ValueKind == JsonValueKind.Number ? most.GetDouble() : 0;
        var record = root.TryGetProperty("record", out _) ? (int)Whole(root, "record", -1, int.MaxValue) : -1;
        var projections = root.TryGetProperty("projections", out _) ? Text(root, "projections") : "";
        var isShown = !root.TryGetProperty("isShown", out var shown) || shown.ValueKind != JsonValueKind.False;
        return new((uint)Whole(root, "view", 0, uint.MaxValue), NetworkOf(root), Text(root, "variable"), unit, rate, testRate, hertz, record, projections, isShown);
    }

    private static TimeScale Rate(JsonElement root, string name) => Text(root, name) switch
    {
        "cycle" => TimeScale.Cycle,
        "fastSpike" => TimeScale.FastSpike,
        "quarter" => TimeScale.Quarter,
        "phase" => TimeScale.Phase,
        "trial" => TimeScale.Trial,
        "epoch" => TimeScale.Epoch,
        "run" => TimeScale.Run,
        var other => throw new ProtocolException($"there is no rate '{Short(other)}'"),
    };

    private static string NetworkOf(JsonElement root) => root.TryGetProperty("network", out _) ? Text(root, "network") : "";

    private static UnitChoice UnitOf(JsonElement element)
    {
        if (!element.TryGetProperty("layer", out var layer)) { throw new ProtocolException("a unit needs 'layer'"); }
        var index = (int)Whole(element, "index", 0, int.MaxValue);
        return layer.ValueKind switch
        {
            JsonValueKind.String => new(layer.GetString()!, index),
            JsonValueKind.Number when layer.TryGetInt32(out var place) => new(place.ToString(CultureInfo.InvariantCulture), index, place),
            _ => throw new ProtocolException("'layer' is a name"),
        };
    }

    private static Dictionary<string, long> Counts(JsonElement root, string name)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        if (!root.TryGetProperty(name, out var all) || all.ValueKind == JsonValueKind.Null) { return counts; }
        foreach (var entry in Object(all, name).EnumerateObject()) { counts[entry.Name] = Whole(all, entry.Name, 0, long.MaxValue); }
        return counts;
    }

    private static JsonElement Id(JsonElement root) =>
        root.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.Number or JsonValueKind.String ? id.Clone() : throw new ProtocolException("'id' is a number");

    private static JsonElement Arguments(JsonElement root) =>
        root.TryGetProperty("args", out var arguments) && arguments.ValueKind != JsonValueKind.Null ? Object(arguments, "args").Clone() : JsonElement.Parse("{}");

    private static JsonElement Object(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object ? element : throw new ProtocolException($"'{name}' is an object");

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : throw new ProtocolException($"'{name}' is a text");

    private static long Whole(JsonElement root, string name, long min, long max) =>
        root.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) && value >= min && value <= max ? value
            : throw new ProtocolException($"'{Short(name)}' is a whole number within {min}…{max}");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>The first message, with how many rows of each table the page has, and of which beginning of it.</summary>
internal sealed record HelloRequest(long Protocol, IReadOnlyDictionary<string, long> Rows, IReadOnlyDictionary<string, long> Ids) : ClientMessage;

/// <summary>Something to do.</summary>
internal sealed record CommandRequest(JsonElement Id, string Name, JsonElement Arguments) : ClientMessage;

/// <summary>What a view shows.</summary>
/// <param name="View">The page's number of it.</param>
/// <param name="Network">The network; empty for the one that is run, whichever it is.</param>
/// <param name="Variable">A unit variable, or <c>r.</c> or <c>s.</c> and a synapse variable.</param>
/// <param name="Unit">The unit whose synapses; null for the server's choice.</param>
/// <param name="Rate">After what it is drawn anew in training.</param>
/// <param name="TestRate">After what in all other modes, and in what actions run.</param>
/// <param name="MaxHertz">At most how often a second; 0 for no limit.</param>
/// <param name="Record">−1 to follow the newest, else a record's number.</param>
/// <param name="Projections">The class or type of the projections whose synapses are shown; empty for the first of those between two layers.</param>
/// <param name="IsShown">Whether it is in sight; if not, states are recorded for it, and nothing is sent.</param>
internal sealed record WatchRequest(uint View, string Network, string Variable, UnitChoice? Unit, TimeScale Rate, TimeScale TestRate, double MaxHertz, int Record, string Projections, bool IsShown) : ClientMessage;

/// <summary>A view is closed.</summary>
internal sealed record UnwatchRequest(uint View) : ClientMessage;

/// <summary>A frame has been drawn, and those before it.</summary>
internal sealed record AckRequest(uint View, uint Sequence) : ClientMessage;

/// <summary>Is anyone there?</summary>
internal sealed record PingRequest : ClientMessage;

/// <summary>All variables of one unit over the history are wanted.</summary>
internal sealed record SeriesRequest(JsonElement Id, string Network, UnitChoice Unit) : ClientMessage;

/// <summary>A unit that the page names: a layer, by name or by its place, and an index.</summary>
internal sealed record UnitChoice(string Layer, int Index, int? Place = null);
