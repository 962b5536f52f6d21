namespace Emergent.Sims.Tests;

/// <summary>The fragments of a page compile, one after the other.</summary>
public class PageCodeTests
{
    [Fact]
    public void Code_of_the_page_on_networks_compiles() => CSharpCompiler.Compile(isProgram: true, PageCode.Of("docs/networks.md"));

    [Fact]
    public void Code_of_the_page_on_PVLV_compiles_and_conditions()
    {
        var program = CSharpCompiler.Compile(isProgram: true, PageCode.Of("docs/algorithm/pvlv.md"));
        var (console, output) = (Console.Out, new StringWriter());
        try
        {
            Console.SetOut(output);
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally { Console.SetOut(console); }
        Assert.Contains("trial 0 tick 1: dopamine 0.00", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("trial 0 tick 3: dopamine 0.95", output.ToString(), StringComparison.Ordinal);
        Assert.Matches("trial 49 tick 1: dopamine 0.[5-9]", output.ToString());
        Assert.Matches("trial 49 tick 3: dopamine -?0.[0-2]", output.ToString());
    }

    [Fact]
    public void Code_of_the_page_on_parameters_compiles_and_prints_what_the_page_shows()
    {
        var program = CSharpCompiler.Compile(isProgram: true, PageCode.Of("docs/parameters.md"));
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
        var page = Repository.Read("docs/parameters.md");
        foreach (var shown in page.Split("<!-- output -->\n```\n").Skip(1).Select(p => p[..p.IndexOf("```", StringComparison.Ordinal)]))
        {
            Assert.Contains(shown, output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }
}
