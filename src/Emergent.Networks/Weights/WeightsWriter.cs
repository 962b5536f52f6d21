using System.IO.Compression;
using System.Text;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Writes weights files: emergent's JSON, character for character as the reference writes it.</summary>
internal static class WeightsWriter
{
    public static void Write(Network network, string path, int digits) => WholeFile.Write(path, stream => Write(network, stream, path, digits));

    /// <summary>Writes what a file of this name holds.</summary>
    public static void Write(Network network, Stream stream, string path, int digits)
    {
        using var gzip = TableWriter.IsGzip(path) ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true) : null;
        Write(network, gzip ?? stream, digits);
    }

    private static void Write(Network network, Stream stream, int digits)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.Write($"{{\n\t\"Network\": {Quoted(network.Name)},\n\t\"Layers\": [\n");
        var layers = network.Layers.Where(l => !l.IsOff).ToList();
        foreach (var layer in layers)
        {
            writer.Write($"\t\t{{\n\t\t\t\"Layer\": {Quoted(layer.Name)},\n");
            MetaData(writer, layer.WeightsMetaData, "\t\t\t");
            Units(writer, layer, digits);
            var projections = layer.ReceivingProjections.Where(p => p.TakesPart).ToList();
            if (projections.Count == 0) { writer.Write("\t\t\t\"Prjns\": null\n"); }
            else
            {
                writer.Write("\t\t\t\"Prjns\": [\n");
                foreach (var projection in projections)
                {
                    Projection(writer, projection, digits);
                    writer.Write(projection == projections[^1] ? "\n" : ",\n");
                }
                writer.Write("\t\t\t]\n");
            }
            writer.Write(layer == layers[^1] ? "\t\t}\n" : "\t\t},\n");
        }
        writer.Write("\t]\n}\n");
    }

    private static void Projection(StreamWriter writer, Projection projection, int digits)
    {
        writer.Write($"\t\t\t\t{{\n\t\t\t\t\t\"From\": {Quoted(projection.Sender.Name)},\n");
        MetaData(writer, projection.WeightsMetaData, "\t\t\t\t\t");
        writer.Write("\t\t\t\t\t\"Rs\": [\n");
        for (var receiver = 0; receiver < projection.Receiver.UnitCount; receiver++)
        {
            var senders = projection.Connections.SendersOf(receiver);
            writer.Write($"\t\t\t\t\t\t{{\n\t\t\t\t\t\t\t\"Ri\": {receiver},\n\t\t\t\t\t\t\t\"N\": {senders.Length},\n\t\t\t\t\t\t\t\"Si\": [ ");
            for (var k = 0; k < senders.Length; k++)
            {
                writer.Write(senders[k]);
                writer.Write(k == senders.Length - 1 ? " " : ", ");
            }
            writer.Write("],\n\t\t\t\t\t\t\t\"Wt\": [ ");
            for (var k = 0; k < senders.Length; k++)
            {
                var weight = projection.Weight(senders[k], receiver);
                if (!float.IsFinite(weight)) { throw NotANumber($"Projection '{projection.Name}': the weight from unit {senders[k]} to unit {receiver}", weight); }
                writer.Write(GoFormat.Significant(weight, digits));
                writer.Write(k == senders.Length - 1 ? " " : ", ");
            }
            writer.Write($"]\n\t\t\t\t\t\t}}{(receiver == projection.Receiver.UnitCount - 1 ? "\n" : ",\n")}");
        }
        writer.Write("\t\t\t\t\t]\n\t\t\t\t}");
    }

    private static void Units(StreamWriter writer, Layer layer, int digits)
    {
        var variables = layer.LearnedVariables;
        if (variables.Count == 0) { return; }
        writer.Write("\t\t\t\"Units\": {\n");
        for (var v = 0; v < variables.Count; v++)
        {
            var values = layer.Units(variables[v]);
            writer.Write($"\t\t\t\t{Quoted(variables[v])}: [ ");
            for (var unit = 0; unit < values.Length; unit++)
            {
                if (!float.IsFinite(values[unit])) { throw NotANumber($"Layer '{layer.Name}': {variables[v]} of unit {unit}", values[unit]); }
                writer.Write(GoFormat.Significant(values[unit], digits));
                writer.Write(unit == values.Length - 1 ? " " : ", ");
            }
            writer.Write(v == variables.Count - 1 ? "]\n" : "],\n");
        }
        writer.Write("\t\t\t},\n");
    }

    private static void MetaData(StreamWriter writer, IReadOnlyList<(string Name, float Value)> values, string indent)
    {
        if (values.Count == 0) { return; }
        writer.Write($"{indent}\"MetaData\": {{\n");
        for (var i = 0; i < values.Count; i++)
        {
            writer.Write($"{indent}\t{Quoted(values[i].Name)}: \"{GoFormat.Shortest(values[i].Value)}\"{(i == values.Count - 1 ? "\n" : ",\n")}");
        }
        writer.Write($"{indent}}},\n");
    }

    // A file with it could not be read again.
    private static EmergentException NotANumber(string what, float value) =>
        new($"{what} is {value}, so the weights cannot be saved. Initialize(seed) or load sound weights first.");

    private static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
