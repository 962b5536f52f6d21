using System.Text.RegularExpressions;

namespace Emergent.Sims.Tests;

/// <summary>What the documentation shows is what is compiled.</summary>
public class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/getting-started.md")]
    public void Model_in_a_page_is_the_sample(string page)
    {
        var text = Repository.Read(page);
        Assert.Contains($"<!-- model -->\n```csharp\n{Sample()}```\n<!-- /model -->", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_is_at_most_60_lines_long() => Assert.InRange(Sample().Count(c => c == '\n'), 20, 60);

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        foreach (var page in Directory.GetFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md")).Append(Repository.PathOf("CONTRIBUTING.md")))
        {
            foreach (Match link in Regex.Matches(File.ReadAllText(page), @"\]\((?!https?:|sim:)(?<target>[^)#]+)[^)]*\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            {
                var target = Path.Combine(Path.GetDirectoryName(page)!, link.Groups["target"].Value);
                Assert.True(File.Exists(target) || Directory.Exists(target), $"{Path.GetFileName(page)} links to {link.Groups["target"].Value}, which is not there.");
            }
        }
    }

    private static string Sample() => Repository.Read("samples/random-associator.cs");
}
