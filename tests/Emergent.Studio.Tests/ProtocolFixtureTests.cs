using System.Text.Json;

namespace Emergent.Studio.Tests;

/// <summary>What the server writes, as a file that the page's own tests read (<c>web/test/protocol.test.ts</c>): neither end can change alone.</summary>
public class ProtocolFixtureTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Page_reads_what_the_server_writes()
    {
        var variable = new VariableInfo("Act", "Activation.", 0, 1, "Activation", AutoScale: false, IsTransient: false, IsZeroCentred: true);
        NetworkInfo Network(int version, string name) => new(
            version, name, [new("Hidden", "Layer", "Hidden", [1, 3], new(0, 0, 1, 3, 1), ["Big"], ["a", "", "c"])], [new("HiddenToHidden", "Hidden", "Hidden", "Lateral", [])], [variable], [variable with { Name = "Wt" }]);
        var networks = new NetworksMessage([Network(2, "First"), Network(3, "Second")], InUse: 1);
        var field = new FormField("Sim.Epochs", "Epochs", "How many.", ["Simulation"], "integer", 1, null, [], "10", "init", "", [new("Sim.Learns", ["true"])]);
        var values = new Dictionary<string, FormValue> { ["Sim.Epochs"] = new("12", IsDefault: false, Pending: true) };
        var table = new TableInfo("train_epoch", "Train", "Epoch", "", IsEditable: false, "Plot", "", "", "", "", 0, 1);
        object[] messages =
        [
            new HelloMessage(ProtocolJson.Version, new("a", "A", "Of a kind.", "# Guide"), [new("Train", ["Trial", "Epoch"])], [], [field], values, networks, [table], 1000),
            new StatusMessage("running", "Training", "Train", new Dictionary<string, int> { ["Epoch"] = 3 }, "cat", "SSE: 0.5", double.NaN, 2.5, 1, CanUndo: true, CanRedo: false, ""),
            new HistoryMessage(3, 5, 7, 700, 1000, new Dictionary<string, float[]> { ["Act"] = [-0.5f, 0.75f] }),
            new TableMessage("train_epoch", 4, [new("Epoch", "number", [], new Dictionary<string, string>()), new("SSE", "number", [2], new Dictionary<string, string> { ["On"] = "+" })], "Epoch", new Dictionary<string, string> { ["Title"] = "Learning" }),
            new ValuesMessage(new Dictionary<string, FormValue> { ["Sim.Epochs"] = new("10", IsDefault: true, Pending: false) }),
            new LogMessage("2026-01-02T03:04:05.678Z", "error", "It failed."),
        ];
        var frame = FrameWriter.Write(new FrameHead(3, 7, 12, 2, IsNewest: true), "Run: 0"u8, [-1, float.NaN, 0.25f]);
        var fixture = JsonSerializer.Serialize(
            new { messages = messages.Select(m => JsonDocument.Parse(ProtocolJson.Message(m).Bytes).RootElement), frame = Convert.ToHexStringLower(frame.Bytes.Span) }, Indented) + "\n";
        frame.Return();
        var path = Repository.PathOf("src/Emergent.Studio/web/test/protocol.json");
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1") { await File.WriteAllTextAsync(path, fixture); }
        Assert.True(fixture == (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), $"{path} is not what the server writes now. Write it anew with UPDATE_FIXTURES=1, and have web/protocol follow.");
    }
}
