namespace Emergent.Data.Tests;

public class NamesTests
{
    [Theory]
    [InlineData("Inptu", "Input")]
    [InlineData("hidden1", "Hidden1")]
    [InlineData("Hidden", "Hidden1")]
    [InlineData("V11", "V1")]
    [InlineData("Q", null)]
    [InlineData("Something", null)]
    public void Nearest_name_is_one_that_could_have_been_meant(string written, string? meant) =>
        Assert.Equal(meant, Names.Nearest(written, ["Input", "Hidden1", "V1", "Output"]));

    [Fact]
    public void Choices_are_listed_when_none_is_near()
    {
        Assert.Equal("Did you mean 'Input'?", Names.DidYouMean("Inpt", ["Input", "Output"]));
        Assert.Equal("There are: Input, Output.", Names.DidYouMean("zebra", ["Input", "Output"]));
        Assert.Equal("There is: Input.", Names.DidYouMean("zebra", ["Input"]));
        Assert.Equal("There are none.", Names.DidYouMean("zebra", []));
    }
}
