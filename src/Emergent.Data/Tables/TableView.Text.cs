namespace Emergent.Data;

public sealed partial class TableView
{
    private const int MostShown = 20;

    /// <summary>The rows as aligned text, to look at: a line of names, one for each row, and how many there are. Of more than 20 rows, the first and the last ten.</summary>
    /// <remarks>Fractions have five digits, and long cells are cut off; <see cref="Table.Save(string, Delimiter, HeaderStyle)"/> loses nothing.</remarks>
    public override string ToString() => RowCount <= MostShown ? ToText(this, RowCount) : ToText(Take(MostShown / 2).Append(Skip(RowCount - MostShown / 2)), MostShown / 2);

    /// <summary>All rows as aligned text: <see cref="ToString"/> without an end to its length.</summary>
    public string ToText() => ToText(this, RowCount);

    private string ToText(TableView shown, int gapAfter)
    {
        var columns = Table.Columns;
        var text = new TextTable([.. columns.Select(c => c.IsScalar ? c.Name : $"{c.Name}{c.CellShape}")], c => columns[c].IsScalar && columns[c].ElementType != typeof(string));
        var place = 0;
        foreach (var row in shown.CheckedRows)
        {
            if (place++ == gapAfter) { text.Add([.. columns.Select(_ => "…")]); }
            text.Add([.. columns.Select(c => ShownText.OfCell(c.CellTensor(row)))]);
        }
        return $"{text}({Table.Name}: {RowCount} {(RowCount == 1 ? "row" : "rows")})\n";
    }
}
