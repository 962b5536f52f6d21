using System.Text;

namespace Emergent.Data;

/// <summary>Elements, cells and tensors as a reader at the console wants them: five digits, and no more of a long cell than fits.</summary>
internal static class ShownText
{
    private const int Digits = 5, MostElements = 6, MostCharacters = 40;

    /// <summary>One element; empty where it is null and no fraction.</summary>
    public static string OfElement(Tensor tensor, int i)
    {
        if (tensor is Tensor<float> or Tensor<double>) { return GoFormat.Significant(tensor.GetDouble(i), Digits); }
        var text = tensor.GetText(i).ReplaceLineEndings(" ");
        return text.Length <= MostCharacters ? text : text[..(MostCharacters - 1)] + "…";
    }

    /// <summary>A cell of a table: its value, or its first elements and how many there are.</summary>
    public static string OfCell(Tensor cell)
    {
        var shown = cell.Length <= MostElements ? cell.Length : MostElements - 1;
        var text = string.Join(' ', Enumerable.Range(0, shown).Select(i => OfElement(cell, i)));
        return shown == cell.Length ? text : $"{text} … ({cell.Length})";
    }

    /// <summary>A tensor drawn in two dimensions, with room between its blocks.</summary>
    public static string OfTensor(Tensor tensor)
    {
        var grid = TensorGrid.Of(tensor);
        if (grid.RowCount == 0 || grid.ColumnCount == 0) { return ""; }
        var cells = new string[grid.RowCount, grid.ColumnCount];
        var widths = new int[grid.ColumnCount];
        for (var r = 0; r < grid.RowCount; r++)
        {
            for (var c = 0; c < grid.ColumnCount; c++)
            {
                cells[r, c] = OfElement(tensor, grid.Element(r, c));
                widths[c] = Math.Max(widths[c], cells[r, c].Length);
            }
        }
        var isNumber = tensor is not Tensor<string>;
        var (text, line) = (new StringBuilder(), new StringBuilder());
        for (var r = 0; r < grid.RowCount; r++)
        {
            text.Append('\n', grid.RowGap(r));
            line.Clear();
            for (var c = 0; c < grid.ColumnCount; c++)
            {
                line.Append(' ', c == 0 ? 0 : 1 + 2 * grid.ColumnGap(c)).Append(isNumber ? cells[r, c].PadLeft(widths[c]) : cells[r, c].PadRight(widths[c]));
            }
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
        return text.ToString();
    }
}
