namespace Emergent.Cli.Tests;

public sealed class CatCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-cat").FullName;

    public CatCommandTests()
    {
        File.WriteAllText(PathOf("0.tsv"), "|Run\t#SSE\n0\t1\n0\t2.5\n");
        File.WriteAllText(PathOf("1.csv"), "|Run,#SSE\n1,0.123456\n");
        File.WriteAllText(PathOf("other.tsv"), "|Run\t#CosDiff\n0\t1\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    [Fact]
    public void Rows_of_all_files_are_printed()
    {
        var outcome = Command.Run("cat", PathOf("0.tsv"), PathOf("1.csv"));
        Assert.Equal((0, "", "|Run\t#SSE\n0\t1\n0\t2.5\n1\t0.123456\n"), (outcome.Code, outcome.Error, outcome.Output));
    }

    [Fact]
    public void Averages_are_written_to_a_file_with_the_digits_and_delimiter_asked_for()
    {
        var outcome = Command.Run("cat", "--average", "--precision", "3", "-d", "comma", "-o", PathOf("out.tsv"), PathOf("1.csv"), PathOf("1.csv"));
        Assert.Equal((0, "", ""), (outcome.Code, outcome.Error, outcome.Output));
        Assert.Equal("|Run,#SSE\n1,0.123\n", File.ReadAllText(PathOf("out.tsv")));
    }

    [Theory]
    [InlineData(2, "Required argument", "cat")]
    [InlineData(2, "'semicolon' not recognized", "cat", "x.tsv", "-d", "semicolon")]
    [InlineData(2, "'--precision' takes a number of digits from 1 on", "cat", "x.tsv", "--precision", "0")]
    [InlineData(2, "'--precision' takes a whole number, which 'four' is not", "cat", "x.tsv", "--precision", "four")]
    [InlineData(1, "File 'none.tsv' does not exist", "cat", "none.tsv")]
    public void Mistake_is_named_in_one_line(int code, string message, params string[] arguments)
    {
        var outcome = Command.Run(arguments);
        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void Files_with_other_columns_are_refused() =>
        Assert.Contains("they have no column 'SSE'", Command.Run("cat", PathOf("0.tsv"), PathOf("other.tsv")).Error, StringComparison.Ordinal);
}
