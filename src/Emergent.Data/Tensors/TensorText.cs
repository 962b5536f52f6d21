using System.Text;

namespace Emergent.Data;

/// <summary>One tensor as delimited text, without a header.</summary>
/// <remarks>Source: emergent etensor, WriteCSV: the innermost dimension is a line.</remarks>
internal static class TensorText
{
    public static void Write(TextWriter writer, Tensor tensor, char delimiter)
    {
        var line = new StringBuilder();
        var columns = tensor.Shape.Rank == 0 ? 1 : tensor.Shape[^1];
        for (var i = 0; i < tensor.Length;)
        {
            line.Clear();
            for (var c = 0; c < columns; c++, i++)
            {
                if (c > 0) { line.Append(delimiter); }
                DelimitedText.Append(line, tensor.GetText(i), delimiter);
            }
            if (line.Length == 0) { line.Append("\"\""); }   // a line with nothing on it would be skipped by whoever reads it
            writer.Write(line.Append('\n'));
        }
    }

    public static Tensor<T> Read<T>(TextReader reader, string source, Shape? shape, Delimiter delimiter)
    {
        var element = Elements.Of<T>();
        var content = Encoding.UTF8.GetBytes(reader.ReadToEnd());
        var separator = delimiter == Delimiter.Detect ? Detect(DelimitedReader.FirstLine(content), element.Kind) : TableWriter.CharOf(delimiter);
        var text = new DelimitedReader(content, (byte)separator, source);
        var (values, nulls, rows, columns) = (new List<T>(), new List<int>(), 0, 0);
        while (text.NextRecord())
        {
            while (text.NextCell(out var bytes))
            {
                var cell = Encoding.UTF8.GetString(bytes);
                if (element.IsNullText(cell))
                {
                    nulls.Add(values.Count);
                    values.Add(element.Null);
                }
                else if (element.TryParse(cell, out var value)) { values.Add(value); }
                else
                {
                    throw new EmergentException($"File '{source}', line {text.Line}, cell {text.Cells}: found '{cell}', but a tensor of {element.Name} takes {element.Rule} or an empty cell.");
                }
            }
            if (rows++ == 0) { columns = text.Cells; }
            else if (shape is null && text.Cells != columns)
            {
                throw new EmergentException($"File '{source}', line {text.Line}: found {text.Cells} cells, but the first line has {columns}. All lines "
                    + "must have as many; or say which shape the file's elements have.");
            }
        }
        shape ??= [rows, columns];
        if (shape.Length != values.Count) { throw new EmergentException($"File '{source}' has {values.Count} elements; shape {shape} holds {shape.Length}. Give the shape that it was saved from."); }
        var tensor = new Tensor<T>(shape, [.. values]);
        foreach (var i in nulls) { tensor.SetNull(i); }
        return tensor;
    }

    /// <summary>The commoner of tab and comma on a line, else a space; text may have spaces in it, so there a space separates nothing.</summary>
    private static char Detect(string line, char kind)
    {
        var (tabs, commas) = (line.Count(c => c == '\t'), line.Count(c => c == ','));
        return commas > tabs ? ',' : tabs > 0 || kind == 'U' || !line.Trim().Contains(' ') ? '\t' : ' ';
    }
}
