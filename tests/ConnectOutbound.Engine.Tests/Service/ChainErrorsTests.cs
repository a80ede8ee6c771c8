using Amazon.Runtime;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Engine.Tests.Service;

public sealed class ChainErrorsTests
{
    [Fact]
    public void Of_a_list_only_the_places_that_were_looked_at_in_vain_are_said()
    {
        var error = new AmazonClientException(
            """
            Failed to resolve AWS credentials. The credential providers used to search for credentials returned the following errors:

            Exception 1 of 4: The environment variables AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY/AWS_SESSION_TOKEN were not set with AWS credentials.
            Exception 2 of 4: The webIdentityTokenFile must be an absolute path. (Parameter 'webIdentityTokenFile')
            Exception 3 of 4: Unable to find the "default" profile.
            Exception 4 of 4: Failed to connect to EC2 instance metadata to retrieve credentials: Unable to retrieve credentials..

            """);
        Assert.Equal(
            """Unable to find the "default" profile; Failed to connect to EC2 instance metadata to retrieve credentials: Unable to retrieve credentials""",
            ChainErrors.Describe(error));
    }

    [Fact]
    public void What_is_no_list_is_said_as_it_is() =>
        Assert.Equal("The process failed.", ChainErrors.Describe(new AmazonClientException("The process failed.")));

    [Fact]
    public void Of_an_error_that_has_a_cause_the_cause_is_said() =>
        Assert.Equal("no such file", ChainErrors.Describe(new AmazonClientException("The process failed.", new IOException("no such file"))));

    [Fact]
    public void A_list_of_nothing_but_what_is_not_set_is_said_whole() =>
        Assert.StartsWith(
            "Exception 1 of 1",
            ChainErrors.Describe(
                new AmazonClientException("Exception 1 of 1: The environment variables AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY were not set.")),
            StringComparison.Ordinal);
}
