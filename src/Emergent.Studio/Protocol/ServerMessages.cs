using System.Text.Json;

namespace Emergent.Studio;

// What the server says, as records; see docs/studio-inside.md.

/// <summary>Everything that a page needs.</summary>
internal sealed record HelloMessage(
    int Protocol, SimulationInfo Simulation, IReadOnlyList<ModeInfo> Modes, IReadOnlyList<ActionInfo> Actions,
    IReadOnlyList<FormField> Form, IReadOnlyDictionary<string, FormValue> Values, NetworksMessage Networks, IReadOnlyList<TableInfo> Tables, long MostFileBytes)
{
    public string Type => "hello";
}

internal sealed record SimulationInfo(string Name, string Title, string Description, string Guide);

internal sealed record ModeInfo(string Name, IReadOnlyList<string> Scales);

internal sealed record ActionInfo(string Name, string Description, IReadOnlyList<FormField> Parameters);

/// <summary>A table: of a log with what it is about, of one that is shown beside the logs with empty texts there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mode">The mode of a log.</param>
/// <param name="Scale">The time scale of a log.</param>
/// <param name="Description">What it holds.</param>
/// <param name="IsEditable">Whether its user may change it.</param>
/// <param name="As">What it looks like when it is first opened.</param>
/// <param name="Column">The column that analyses are about; empty for the first of tensors.</param>
/// <param name="Labels">The column that rows are labelled with; empty for the first of texts.</param>
/// <param name="Metric">How rows are compared.</param>
/// <param name="Linkage">How the distance of clusters comes from that of their rows.</param>
/// <param name="ComponentX">Which principal component is along x.</param>
/// <param name="ComponentY">Which principal component is along y.</param>
internal sealed record TableInfo(
    string Name, string Mode, string Scale, string Description, bool IsEditable, string As, string Column, string Labels, string Metric, string Linkage, int ComponentX,
    int ComponentY);

/// <summary>The tables of a simulation that has others since its last Init.</summary>
internal sealed record TablesMessage(IReadOnlyList<TableInfo> Tables)
{
    public string Type => "tables";
}

/// <summary>One line of a form.</summary>
internal sealed record FormField(
    string Path, string Label, string Description, IReadOnlyList<string> Group, string Type, double? Min, double? Max, IReadOnlyList<string> Choices, string Default, string AppliesAt, string Unit,
    IReadOnlyList<FormCondition> CountsIf);

/// <summary>A line counts only while another has one of these values.</summary>
internal sealed record FormCondition(string Path, IReadOnlyList<string> Values);

internal sealed record FormValue(string Text, bool IsDefault, bool Pending);

/// <summary>The forms of a network that was built anew.</summary>
internal sealed record FormMessage(IReadOnlyList<FormField> Form, IReadOnlyDictionary<string, FormValue> Values)
{
    public string Type => "form";
}

internal sealed record ValuesMessage(IReadOnlyDictionary<string, FormValue> Values)
{
    public string Type => "values";
}

/// <summary>All networks, and the place of the one that is run.</summary>
internal sealed record NetworksMessage(IReadOnlyList<NetworkInfo> Networks, int InUse)
{
    public string Type => "networks";
}

/// <summary>Layers, projections and variables.</summary>
internal sealed record NetworkInfo(
    int Version, string Name, IReadOnlyList<LayerInfo> Layers, IReadOnlyList<ProjectionInfo> Projections, IReadOnlyList<VariableInfo> UnitVariables, IReadOnlyList<VariableInfo> SynapseVariables);

internal sealed record LayerInfo(string Name, string Type, string Kind, IReadOnlyList<int> Shape, BoxInfo Box, IReadOnlyList<string> Classes, IReadOnlyList<string> UnitNames);

internal sealed record BoxInfo(float X, float Y, float Z, float Width, float Depth);

internal sealed record ProjectionInfo(string Name, string Sender, string Receiver, string Type, IReadOnlyList<string> Classes);

internal sealed record VariableInfo(string Name, string Description, float Min, float Max, string Group, bool AutoScale, bool IsTransient, bool IsZeroCentred);

/// <summary>Where the simulation is.</summary>
internal sealed record StatusMessage(
    string State, string Words, string Mode, IReadOnlyDictionary<string, int> Counters, string TrialName, string Logged, double Share, double? Remaining,
    int Pending, bool CanUndo, bool CanRedo, string Message)
{
    public string Type => "status";
}

/// <summary>Which records there are of a network, and from where to where the values of each watched variable go in all of them.</summary>
internal sealed record HistoryMessage(int Network, int First, int Count, long Bytes, long Budget, IReadOnlyDictionary<string, float[]> Bounds)
{
    public string Type => "history";
}

/// <summary>Which unit a view of synapses shows: the one that was asked for, or the server's choice.</summary>
internal sealed record UnitMessage(uint View, string Layer, int Index)
{
    public string Type => "unit";
}

/// <summary>A view cannot be shown as it was asked for.</summary>
internal sealed record ViewErrorMessage(uint View, string Message)
{
    public string Type => "viewError";
}

/// <summary>A table and its columns; a table begins anew with it.</summary>
internal sealed record TableMessage(string Name, long Id, IReadOnlyList<ColumnInfo> Columns, string XAxis, IReadOnlyDictionary<string, string> Settings)
{
    public string Type => "table";
}

/// <param name="Name">Its name.</param>
/// <param name="Kind">number or text.</param>
/// <param name="CellShape">The sizes of each cell; none for a single value.</param>
/// <param name="Settings">All that is said of it, by key.</param>
internal sealed record ColumnInfo(string Name, [property: System.Text.Json.Serialization.JsonPropertyName("type")] string Kind, IReadOnlyList<int> CellShape,
    IReadOnlyDictionary<string, string> Settings);

internal sealed record SeriesMessage(JsonElement Id, IReadOnlyList<int> Records, IReadOnlyDictionary<string, float[]> Variables)
{
    public string Type => "series";
}

internal sealed record DoneMessage(JsonElement Id, object? Result)
{
    public string Type => "done";
}

/// <summary>The result of an action that has returned a table: what the table is called here.</summary>
internal sealed record TableAnswer(string Table);

internal sealed record ErrorMessage(JsonElement Id, string Message)
{
    public string Type => "error";
}

/// <summary>The answer to a ping.</summary>
internal sealed record PongMessage
{
    public string Type => "pong";
}

internal sealed record LogMessage(string Time, string Level, string Text)
{
    public string Type => "log";
}
