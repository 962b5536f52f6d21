namespace Emergent.Data.Tests;

public class ElementTypeTests
{
    public static TheoryData<Type> All => [.. ElementTypes.All];

    [Theory, MemberData(nameof(All))]
    public void Column_of_every_type_keeps_values_and_nulls_as_rows_come_and_go(Type type)
    {
        var table = new Table("T");
        var column = table.AddColumn(type, "X");
        for (var i = 0; i < 4; i++)
        {
            table.AddRow();
            column.AllCells.SetDouble(i, i % 2);
        }
        column.AllCells.SetNull(1);
        table.DeleteRows(0);
        Assert.Equal(type, column.ElementType);
        Assert.Null(table.Row(0)["X"]);
        Assert.Equal(column.AllCells.GetValue(2), table.Row(2)["X"]);
        Assert.Equal(type, table.Row(2)["X"]!.GetType());
        Assert.Equal(1, column.AllCells.GetDouble(2));
        Assert.True(table.Clone()["X"].AllCells.ContentsEqual(column.AllCells));
        table.Add(table.Row(2)["X"]);
        Assert.Equal(1, column.AllCells.GetDouble(3));
    }

    [Fact]
    public void File_marks_every_type_with_emergents_letter()
    {
        var table = new Table("T");
        foreach (var type in ElementTypes.All) { table.AddColumn(type, ElementTypes.NameOf(type)); }
        table.AddRow();
        var writer = new StringWriter();
        table.Write(writer);
        Assert.Equal("%float\t#double\t$string\t^bool\t@sbyte\t@byte\t|short\t|ushort\t|int\t|uint\t|long\t|ulong\n0\t0\t\tfalse\t0\t0\t0\t0\t0\t0\t0\t0\n", writer.ToString());
        var read = Table.Read(new StringReader(writer.ToString()));
        Assert.Equal("float double string bool byte byte int int int int int int", string.Join(' ', read.Columns.Select(c => ElementTypes.NameOf(c.ElementType))));
    }

    [Fact]
    public void Any_number_that_fits_is_taken_and_no_other()
    {
        var table = new Table("T");
        table.AddColumn<byte>("B");
        table.AddColumn<ulong>("U");
        table.Add(255, ulong.MaxValue);
        table.Add(7.0, 12L);
        Assert.Equal([255, 7], table.Column<byte>("B").Values.ToArray());
        Assert.Equal([ulong.MaxValue, 12UL], table.Column<ulong>("U").Values.ToArray());
        Assert.Contains("takes a whole number from 0 to 255; it was given '256' (int)", Assert.Throws<EmergentException>(() => table.Add(256, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => table.Add(1.5, 0));
        Assert.Throws<EmergentException>(() => table.Add(0, -1L));
        Assert.Equal(2, table.RowCount);
        Assert.Equal(ulong.MaxValue, table.Row(0).Get<ulong>("U"));
        Assert.Throws<EmergentException>(() => table.Row(0).Get<long>("U"));
    }
}
