using System.Buffers.Binary;

namespace Emergent.Data.Tests;

public sealed class ArrowStreamTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The table of the fixture: each type, tensors, nulls, texts of several alphabets.</summary>
    private static Table Sample()
    {
        var table = new Table("Sample") { MetaData = { ["desc"] = "each type" } };
        foreach (var type in ElementTypes.All) { table.AddColumn(type, ElementTypes.NameOf(type)); }
        table.AddColumn<float>("Act", [2, 3]).DimensionNames = ["Y", "X"];
        table.AddColumn<string>("Labels", [2]);
        table.AddColumn<bool>("Flags", [3]);
        table.AddRows(3);
        foreach (var column in table.Columns)
        {
            var cells = column.AllCells;
            for (var i = 0; i < cells.Length; i++) { cells.SetDouble(i, column.ElementType == typeof(bool) ? i % 2 : i); }
            cells.SetNull(cells.Length - 2);
        }
        table.Column<string>("string")[0] = "über 🧠";
        table.Column<ulong>("ulong")[0] = ulong.MaxValue;
        table.Column<sbyte>("sbyte")[0] = -128;
        table.Column<float>("float")[0] = float.NegativeInfinity;
        return table;
    }

    private static byte[] Bytes(Table table)
    {
        var stream = new MemoryStream();
        ArrowStream.Write(table, stream);
        return stream.ToArray();
    }

    [Fact]
    public void Stream_is_the_one_that_was_checked_with_an_independent_reader()
    {
        var path = IndependentReader.PathOf("sample.arrows");
        if (Environment.GetEnvironmentVariable("UPDATE_INTERCHANGE") is not null) { File.WriteAllBytes(path, Bytes(Sample())); }
        Assert.Equal(File.ReadAllBytes(path), Bytes(Sample()));
    }

    [Fact]
    public void Stream_is_built_as_the_format_says()
    {
        var bytes = Bytes(Sample());
        var (at, kinds) = (0, new List<byte>());
        while (true)
        {
            Assert.Equal(0, at % 8);
            Assert.Equal(-1, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)));
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 4));
            if (length == 0) { break; }
            Assert.Equal(0, length % 8);
            var message = FlatView.Root(bytes[(at + 8)..(at + 8 + length)]);
            Assert.Equal(4, message.Short(0));
            kinds.Add(message.Byte(1));
            Assert.Equal(0, message.Long(3) % 8);
            if (kinds[^1] == 3)
            {
                var batch = message.Table(2);
                Assert.Equal(3, batch.Long(0));
                Assert.Equal(12 + 2 * 3, batch.Pairs(1).Count);   // a length for each column, and one more for each of tensors
                Assert.Equal(11 * 2 + 3 + 3 + 4 + 3, batch.Pairs(2).Count);       // what is null and the values, texts' offsets, what lists are null
                Assert.All(batch.Pairs(2), buffer => Assert.Equal(0, buffer.First % 8));
            }
            at += 8 + length + (int)message.Long(3);
        }
        Assert.Equal([1, 3], kinds);
        Assert.Equal(at + 8, bytes.Length);
    }

    [Fact]
    public void Table_comes_back_with_nulls_shapes_names_and_meta_data()
    {
        var path = Path.Combine(_folder, "x.arrows");
        var table = Sample();
        ArrowStream.Save(table, path);
        var read = ArrowStream.Load(path);
        AnyTensor.AssertSame(table, read);
        Assert.Equal("Sample", read.Name);
        Assert.Equal("each type", read.MetaData["desc"]);
        Assert.Equal(["Y", "X"], read["Act"].DimensionNames!);
        Assert.Null(read["Labels"].DimensionNames);
        Assert.True(read["string"].AllCells.IsNull(1));
    }

    [Fact]
    public void Any_table_comes_back() => AnyTensor.ForAllTables(table =>
    {
        var read = ArrowStream.Read(new MemoryStream(Bytes(table)));
        AnyTensor.AssertSame(table, read);
        Assert.Equal(table.Name, read.Name);
        Assert.Equal(table.Columns.Select(c => c.DimensionNames is null ? "" : string.Join(',', c.DimensionNames)), read.Columns.Select(c => c.DimensionNames is null ? "" : string.Join(',', c.DimensionNames)));
    });

    [Fact]
    public void Stream_of_another_writer_is_read_with_the_types_that_ours_does_not_write()
    {
        var table = ArrowStream.Load(IndependentReader.PathOf("from-js.arrows"));
        Assert.Equal("half float[6]; text string[6]; flag bool[6]; count long[6]; list float[6, 2]; nested short[6, 2, 2]", string.Join("; ", table.Columns.Select(c => $"{c.Name} {c.AllCells}")));
        Assert.Equal("0.5 null -2 1.5 null -2", Texts("half"));
        Assert.Equal("über null x0 über null x1", Texts("text"));
        Assert.Equal("true null false true null false", Texts("flag"));
        Assert.Equal("1 null 9007199254740993 1 null 9007199254740993", Texts("count"));
        Assert.Equal("1 2 null null 3 null 1 2 null null 3 null", Texts("list"));
        Assert.Equal("1 2 3 4 5 6 null null null null null null 1 2 3 4 5 6 null null null null null null", Texts("nested"));
        Assert.Contains("column 'kind' with a dictionary", Assert.Throws<EmergentException>(() => ArrowStream.Load(IndependentReader.PathOf("dictionary.arrows"))).Message, StringComparison.Ordinal);

        string Texts(string column) => string.Join(' ', Enumerable.Range(0, table[column].AllCells.Length).Select(i => table[column].AllCells.IsNull(i) ? "null" : table[column].AllCells.GetText(i)));
    }

    [Fact]
    public void Long_table_is_written_in_batches()
    {
        var table = new Table("Long");
        table.AddColumn<int>("I");
        table.AddColumn<string>("S");
        table.AddRows(150_000);
        for (var i = 0; i < table.RowCount; i++) { (table.Column<int>("I").Values[i], table.Column<string>("S").Values[i]) = (i, $"{i % 100}"); }
        table["I"].AllCells.SetNull(70_001);
        var bytes = Bytes(table);
        AnyTensor.AssertSame(table, ArrowStream.Read(new MemoryStream(bytes)));
        Assert.Equal(3, Batches(bytes));
    }

    [Fact]
    public void Cells_with_no_elements_come_back()
    {
        var table = new Table("T");
        table.AddColumn<float>("Nothing", [2, 0]);
        table.AddColumn<int>("N");
        table.AddRows(2);
        AnyTensor.AssertSame(table, ArrowStream.Read(new MemoryStream(Bytes(table))));
    }

    [Fact]
    public void Every_cut_off_stream_is_refused_or_ends_between_messages()
    {
        var bytes = Bytes(Sample());
        for (var length = 0; length < bytes.Length - 8; length++)
        {
            var stream = new MemoryStream(bytes, 0, length);
            var error = Record.Exception(() => ArrowStream.Read(stream, "x.arrows"));
            if (error is null) { Assert.True(length < bytes.Length - 8 && BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(length)) == -1, $"{length}"); }
            else { Assert.StartsWith("File 'x.arrows' ", Assert.IsType<EmergentException>(error).Message, StringComparison.Ordinal); }
        }
    }

    [Fact]
    public void Changed_bytes_are_refused_with_a_clear_error_or_read_but_never_crash_or_ask_for_memory()
    {
        var bytes = Bytes(Sample());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var change = (byte)(i % 3 == 0 ? 0x80 : i % 3 == 1 ? 0xFF : 0x01);
            bytes[i] ^= change;
            var error = Record.Exception(() => ArrowStream.Read(new MemoryStream(bytes)));
            if (error is not null)
            {
                Assert.IsType<EmergentException>(error);
                refused++;
            }
            bytes[i] ^= change;
        }
        Assert.InRange(refused, 300, bytes.Length);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / bytes.Length, 0, 3_000_000);
    }

    [Theory]
    [InlineData("ARROW1\0\0", "file format (Feather)")]
    [InlineData("PAR1 is no Arrow", "is cut off or damaged")]
    [InlineData("", "is cut off, or no Arrow stream")]
    [InlineData("\0\0\0\0", "does not begin with a schema")]
    public void Other_files_are_refused(string content, string expected) =>
        Assert.Contains(expected, Assert.Throws<EmergentException>(() => ArrowStream.Read(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(content)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Types_that_no_column_can_have_are_refused_by_name()
    {
        Assert.Contains("column 'When' of Arrow's type Timestamp", Refusal(new FlatTable().Add(0, "When").Add(2, (byte)10).Add(3, new FlatTable())), StringComparison.Ordinal);
        Assert.Contains("column 'Kind' with a dictionary", Refusal(new FlatTable().Add(0, "Kind").Add(2, (byte)5).Add(3, new FlatTable()).Add(4, new FlatTable())), StringComparison.Ordinal);
        Assert.Contains("column 'N' of Arrow's type Int", Refusal(new FlatTable().Add(0, "N").Add(2, (byte)2).Add(3, new FlatTable().Add(0, 24))), StringComparison.Ordinal);
        Assert.Contains("is damaged: column 'L' is no list", Refusal(new FlatTable().Add(0, "L").Add(2, (byte)16).Add(3, new FlatTable().Add(0, 3))), StringComparison.Ordinal);

        static string Refusal(FlatTable field) => RefusalOf(Message(1, new FlatTable().Add(1, [field])));
    }

    [Fact]
    public void Streams_that_cannot_be_read_are_refused_with_the_remedy()
    {
        var one = Message(1, new FlatTable().Add(1, [new FlatTable().Add(0, "N").Add(2, (byte)2).Add(3, new FlatTable().Add(0, 32).Add(1, true))]));
        Assert.Contains("big-endian", RefusalOf(Message(1, new FlatTable().Add(0, (short)1))), StringComparison.Ordinal);
        Assert.Contains("without compression", RefusalOf(one, Message(3, new FlatTable().Add(0, 1L).Add(3, new FlatTable()))), StringComparison.Ordinal);
        Assert.Contains("column 'N' has no length", RefusalOf(one, Message(3, new FlatTable().Add(0, 2_000_000_000L))), StringComparison.Ordinal);
        Assert.Contains("says to have 4,000,000,000 rows", RefusalOf(one, Message(3, new FlatTable().Add(0, 4_000_000_000L))), StringComparison.Ordinal);
        Assert.Contains("has a buffer of 0 bytes, of which 8,000,000,000 are needed", RefusalOf(one,
            Message(3, new FlatTable().Add(0, 2_000_000_000L).Add(1, [(2_000_000_000L, 0L)]).Add(2, [(0L, 0L), (0L, 0L)]))), StringComparison.Ordinal);
        Assert.Contains("has a buffer outside the message", RefusalOf(one, Message(3, new FlatTable().Add(0, 1L).Add(1, [(1L, 0L)]).Add(2, [(0L, 0L), (0L, 4L)]))), StringComparison.Ordinal);
        Assert.Contains("a message of kind 2", RefusalOf(one, Message(2, new FlatTable())), StringComparison.Ordinal);
        Assert.Contains("already has a column 'N'", RefusalOf(Message(1, new FlatTable().Add(1, [Int(), Int()]))), StringComparison.Ordinal);

        static FlatTable Int() => new FlatTable().Add(0, "N").Add(2, (byte)2).Add(3, new FlatTable().Add(0, 32));
    }

    private static byte[] Message(byte kind, FlatTable header)
    {
        var message = new FlatTable().Add(0, (short)4).Add(1, kind).Add(2, header).ToBytes();
        return [255, 255, 255, 255, .. BitConverter.GetBytes(message.Length), .. message];
    }

    private static string RefusalOf(params byte[][] messages) =>
        Assert.Throws<EmergentException>(() => ArrowStream.Read(new MemoryStream([.. messages.SelectMany(m => m)]))).Message;

    [Fact]
    public void Text_that_is_none_is_refused_before_anything_is_written()
    {
        var table = new Table("T");
        table.AddColumn<string>("S")[table.AddRow().Index] = "\uD800";
        var stream = new MemoryStream();
        Assert.Contains("Row 0, column 'S' of table 'T' is no valid text", Assert.Throws<EmergentException>(() => ArrowStream.Write(table, stream)).Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    [ArrowFact]
    public void Independent_reader_finds_what_was_written()
    {
        var path = Path.Combine(_folder, "sample.arrows");
        ArrowStream.Save(Sample(), path);
        var found = IndependentReader.OfArrow(path);
        Assert.Equal("Sample", found.GetProperty("metadata").GetProperty("emergent.table").GetString());
        Assert.Equal("Float32 Float64 Utf8 Bool Int8 Uint8 Int16 Uint16 Int32 Uint32 Int64 Uint64 FixedSizeList[6]<Float32> FixedSizeList[2]<Utf8> FixedSizeList[3]<Bool>",
            string.Join(' ', found.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("type").GetString())));
        Assert.Equal("""{"shape":[2,3],"dim_names":["Y","X"]}""", found.GetProperty("fields")[12].GetProperty("metadata").GetProperty("ARROW:extension:metadata").GetString());
        Assert.Equal(
            [
                """["-Infinity",0,"über 🧠",false,-128,0,0,0,0,0,"0","18446744073709551615",[0,1,2,3,4,5],["0","1"],[false,true,false]]""",
                """[null,null,null,null,null,null,null,null,null,null,null,null,[6,7,8,9,10,11],["2","3"],[true,false,true]]""",
                """[2,2,"2",false,2,2,2,2,2,2,"2","2",[12,13,14,15,null,17],[null,"5"],[false,null,false]]""",
            ], found.GetProperty("rows").EnumerateArray().Select(row => row.GetRawText()));
    }

    [ArrowFact]
    public void Independent_reader_finds_the_rows_of_all_batches()
    {
        var path = Path.Combine(_folder, "long.arrows");
        var table = new Table("Long");
        table.AddColumn<int>("I");
        table.AddColumn<string>("S");
        table.AddRows(70_000);
        for (var i = 0; i < table.RowCount; i++) { (table.Column<int>("I").Values[i], table.Column<string>("S").Values[i]) = (i, $"t{i}"); }
        table["I"].AllCells.SetNull(69_998);
        ArrowStream.Save(table, path);
        var found = IndependentReader.OfArrow(path);
        Assert.Equal((2, 70_000), (found.GetProperty("batches").GetInt32(), found.GetProperty("rows").GetArrayLength()));
        Assert.Equal("""[65536,"t65536"] [null,"t69998"] [69999,"t69999"]""", string.Join(' ', new[] { 65_536, 69_998, 69_999 }.Select(row => found.GetProperty("rows")[row].GetRawText())));
    }

    private static int Batches(byte[] bytes)
    {
        var (at, count) = (0, 0);
        for (int length; (length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 4))) != 0;)
        {
            var message = FlatView.Root(bytes[(at + 8)..(at + 8 + length)]);
            if (message.Byte(1) == 3) { count++; }
            at += 8 + length + (int)message.Long(3);
        }
        return count;
    }
}
