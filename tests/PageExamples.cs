namespace Emergent.Tests;

/// <summary>The blocks of C# on a page of the documentation, and whether a test compiles and runs them.</summary>
internal static class PageExamples
{
    private const string Begin = "```csharp\n", End = "\n```";

    /// <summary>The blocks of a page, in order.</summary>
    /// <param name="page">Folders and file: <c>docs/tables.md</c>.</param>
    public static string[] Of(string page) => [.. Repository.Read(page).Split(Begin).Skip(1).Select(block => block[..block.IndexOf(End, StringComparison.Ordinal)])];

    /// <summary>Fails where a block of a page does not stand in a file of the tests line for line; indentation and empty lines apart.</summary>
    /// <param name="page">Folders and file: <c>docs/tables.md</c>.</param>
    /// <param name="tests">Folders and file: <c>tests/Emergent.Data.Tests/Tables/TablesPageTests.cs</c>.</param>
    /// <param name="count">How many blocks the page has.</param>
    public static void AssertStandIn(string page, string tests, int count)
    {
        var (blocks, compiled) = (Of(page), Lines(Repository.Read(tests)));
        Assert.Equal(count, blocks.Length);
        Assert.All(blocks, block => Assert.True(compiled.Contains(Lines(block), StringComparison.Ordinal), $"{page} shows what is not in {tests} as it stands:\n{block}"));
    }

    private static string Lines(string code) => $"\n{string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))}\n";
}
