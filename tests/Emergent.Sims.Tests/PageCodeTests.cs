namespace Emergent.Sims.Tests;

/// <summary>
/// The fragments of a page compile, one after the other. What they print and where they lie belongs to the whole process,
/// in which no other test may be at work meanwhile.
/// </summary>
[CollectionDefinition(nameof(PageCodeTests), DisableParallelization = true)]
[Collection(nameof(PageCodeTests))]
public class PageCodeTests
{
    [Fact]
    public void Code_of_the_page_on_networks_compiles() => CSharpCompiler.Compile(isProgram: true, PageCode.Of("docs/networks.md"));

    [Fact]
    public void Code_of_the_page_on_PVLV_compiles_and_conditions()
    {
        var output = OutputOf(PageCode.Of("docs/algorithm/pvlv.md"));
        Assert.Contains("trial 0 tick 1: dopamine 0.00", output, StringComparison.Ordinal);
        Assert.Contains("trial 0 tick 3: dopamine 0.95", output, StringComparison.Ordinal);
        Assert.Matches("trial 49 tick 1: dopamine 0.[5-9]", output);
        Assert.Matches("trial 49 tick 3: dopamine -?0.[0-2]", output);
    }

    [Fact]
    public void Code_of_the_page_on_parameters_compiles_and_prints_what_the_page_shows()
    {
        var output = OutputOf(PageCode.Of("docs/parameters.md"));
        var page = Repository.Read("docs/parameters.md");
        foreach (var shown in page.Split("<!-- output -->\n```\n").Skip(1).Select(p => p[..p.IndexOf("```", StringComparison.Ordinal)]))
        {
            Assert.Contains(shown, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Code_of_the_page_on_files_records_a_trial_and_reads_it_again()
    {
        const string Before = """
            using Emergent.Data; using Emergent.Leabra; using Emergent.Networks;
            var net = new LeabraNetwork("Net"); net.AddLayer("Input", [5, 5], LayerKind.Input); net.AddLayer("Hidden1", [7, 7]); net.Initialize(seed: 1);
            """;
        const string After = """Console.WriteLine($"{data.Count} {saved.Count} {saved.Counters(40)} {ge.Length} {unit.RowCount}");""";
        Assert.Equal("100 100 cycle 40 49 100\n", OutputOf($"{Before}\n{PageCode.Of("docs/files.md")}\n{After}"));
    }

    /// <summary>What a program prints, in a folder of its own.</summary>
    private static string OutputOf(string code)
    {
        var program = CSharpCompiler.Compile(isProgram: true, code);
        var (console, output) = (Console.Out, new StringWriter());
        var folder = Environment.CurrentDirectory;
        var temporary = Directory.CreateTempSubdirectory("emergent-page").FullName;
        try
        {
            Environment.CurrentDirectory = temporary;
            Console.SetOut(output);
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
            Directory.Delete(temporary, recursive: true);
        }
        return output.ToString().ReplaceLineEndings("\n");
    }
}
