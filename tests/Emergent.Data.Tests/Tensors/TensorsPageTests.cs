namespace Emergent.Data.Tests;

/// <summary>The examples of docs/tensors.md: each block of code there stands here, where it is compiled and run.</summary>
public sealed class TensorsPageTests : IDisposable
{
    public void Dispose()
    {
        // Written where the tests run, since the examples' paths have no folder; another current folder would disturb tests beside these.
        foreach (var name in (string[])["activations.npy", "trials.npz", "table.npz", "table.arrows", "one.csv"]) { File.Delete(name); }
    }

    [Fact]
    public void Making()
    {
        var picture = new Tensor<float>([5, 5]);                                  // zeros, row-major
        var pools = new Tensor<float>([2, 2, 7, 7]) { DimensionNames = ["PoolY", "PoolX", "Y", "X"] };
        var counts = new Tensor<int>([2, 3], [1, 2, 3, 4, 5, 6]);                 // around an array, not copied
        var same = new Tensor<int>([2, 3], [1, 4, 2, 5, 3, 6], StorageOrder.ColumnMajor);
        var any = Tensor.Create(ElementTypes.Named("uint8"), [10]);               // the type known only now

        picture[1, 2] = 0.5f;
        Console.WriteLine(counts[1, 0] == counts[3] && counts.ContentsEqual(same));   // True

        Assert.Equal(0.5f, picture.Values[7]);
        Assert.True(counts[1, 0] == counts[3] && counts.ContentsEqual(same));
        Assert.Equal((typeof(byte), 4), (any.ElementType, pools.Shape.Rank));
    }

    [Fact]
    public void Views()
    {
        var pools = new Tensor<float>([2, 2, 7, 7]) { DimensionNames = ["PoolY", "PoolX", "Y", "X"] };

        var pool = pools.Slice(0, 1);                       // [7, 7]: one pool
        var middle = pools.Slice(.., .., 1..^1, 1..^1);     // [2, 2, 5, 5]: no borders
        var lastRow = pools.Slice("Y", ^1);                 // [2, 2, 7], dimensions PoolY, PoolX, X
        var everySecond = pool.Slice(.., new TensorRange(.., step: 2));   // [7, 4]
        var upsideDown = pool.Slice(TensorRange.Reversed);  // [7, 7], last row first
        var turned = pool.Transpose();                      // [7, 7], X before Y
        var list = pools.Reshape([4, 49]);                  // a row for each pool

        pool[0, 0] = 1;                                     // is seen in all of them
        Assert.Equal(1, list[1, 0]);
        Assert.Equal([4, 1], (int[])[everySecond.Shape[1], (int)upsideDown[6, 0]]);
        Assert.Equal(1, turned[0, 0]);
        Assert.Equal([2, 2, 5, 5], middle.Shape);
        Assert.Equal(["PoolY", "PoolX", "X"], lastRow.DimensionNames!);
    }

    [Fact]
    public void Memory()
    {
        var tensor = new Tensor<float>([100, 100]);
        var part = tensor.Slice(.., 10..20);

        Console.WriteLine(part.IsContiguous);       // False: part.Values would be an error
        var copy = part.ToContiguous();             // copies, since it must
        copy.Values.Fill(1);                        // the fast way to read and write
        part.CopyFrom(copy);                        // and back into the tensor

        Assert.False(part.IsContiguous);
        Assert.Equal(1000, tensor.Aggregate(0, (sum, value) => sum + value));
    }

    [Fact]
    public void Nulls()
    {
        var answers = new Tensor<int>([2, 2], [3, 1, 4, 1]);
        answers.SetNull(2);

        var numbers = answers.To<double>();         // [3, 1, NaN, 1]
        Console.WriteLine(answers.Slice(1).IsNull(0));   // True
        Console.WriteLine(answers.Extremes());      // Min = 1 at 1, Max = 3 at 0
        answers.Apply(count => 10 * count);         // null stays null
        numbers.SetDouble(1, 0, 4);                 // row 1, cell 0: no longer null

        Assert.Equal([30, 10, 0, 10], answers.Values.ToArray());
        Assert.True(answers.IsNull(2));
        Assert.Equal([3, 1, 4, 1], numbers.Values.ToArray());
    }

    [Fact]
    public void Grid()
    {
        var tensor = new Tensor<float>([2, 3, 4, 5]);
        var grid = TensorGrid.Of(tensor);
        for (var row = 0; row < grid.RowCount; row++)              // 8
        {
            for (var column = 0; column < grid.ColumnCount; column++)   // 15
            {
                var value = tensor[grid.Element(row, column)];
                var isPoolBorder = grid.RowGap(row) > 0 || grid.ColumnGap(column) > 0;

                Assert.Equal((0f, row == 4 || column is 5 or 10), (value, isPoolBorder));
            }
        }
        Assert.Equal((8, 15), (grid.RowCount, grid.ColumnCount));
    }

    [Fact]
    public void Files()
    {
        var activations = new Tensor<float>([3, 7, 7]);
        NpyFile.Save(activations, "activations.npy");
        var again = (Tensor<float>)NpyFile.Load("activations.npy");

        NpzFile.Save([new("hidden", activations), new("labels", new Tensor<string>([3], ["a", "b", "c"]))], "trials.npz");
        var labels = NpzFile.Load("trials.npz")["labels"];

        var table = new Table("Trials");
        table.AddColumn<float>("Hidden", [7, 7]);
        table.AddRows(3);
        NpzFile.Save(table, "table.npz");           // an array [rows, …cell] for each column
        ArrowStream.Save(table, "table.arrows");    // a record batch with a column for each column
        var read = ArrowStream.Load("table.arrows");

        activations.Slice(0).Save("one.csv");       // a line for each row, no header
        var one = Tensor.Load<float>("one.csv");    // [7, 7]

        Assert.Equal([3, 7, 7], again.Shape);
        Assert.Equal("c", labels.GetText(2));
        Assert.Equal(([7, 7], 3), (read["Hidden"].CellShape, read.RowCount));
        Assert.Equal([7, 7], one.Shape);
    }

    [Fact]
    public void Matrices()
    {
        var weights = new Tensor<double>([2, 2], [2, 1, 1, 2]);
        var inverse = Tensor.OfMatrix(weights.ToMatrix().Inverse());

        Assert.Equal(2.0 / 3, inverse[0, 0], tolerance: 1e-12);
    }

    [Fact]
    public void Every_example_of_the_page_is_one_of_these() => PageExamples.AssertStandIn("docs/tensors.md", "tests/Emergent.Data.Tests/Tensors/TensorsPageTests.cs", count: 7);
}
